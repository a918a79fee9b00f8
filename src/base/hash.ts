/** Fingerprints: equal content gives equal text. Not for security. */

/** A 106-bit fingerprint of a text, as 22 base-36 digits at most. Pure, so that the middle of the program may use it. */
export function fingerprint(text: string): string {
  return (text.length >= LONG ? fingerprintAscii(text) : undefined) ?? fingerprintUnits(text);
}

/** From here on it is quicker to have bytes made of a text first. */
const LONG = 256;
const encoder = new TextEncoder();
let room = new Uint8Array(65_536);

/** The same text has always one of the two; what is not ASCII does not fit into as many bytes. */
function fingerprintAscii(text: string): string | undefined {
  if (text.length > room.length) room = new Uint8Array(2 * text.length);
  const bytes = room.subarray(0, text.length);
  const { read, written } = encoder.encodeInto(text, bytes);
  return read === text.length && written === text.length ? fingerprintBytes(bytes) : undefined;
}

function fingerprintUnits(text: string): string {
  const [a, b, c, d] = lanesOf(text);
  return `${settled(a, b).toString(36)}-${settled(c, d).toString(36)}`;
}

/** 64 bits of a short text, to be combined with those of others. */
export type HashPair = readonly [number, number];

export function hashPair(text: string): HashPair {
  const [a, b, c, d] = lanesOf(text);
  return [a ^ d, b ^ c];
}

/**
 * The fingerprint of a row of texts in their order, by the hashes of each: cheap for a long list that changed in one
 * place.
 */
export function combined(count: number, hashOf: (at: number) => HashPair): string {
  let a = 0xdeadbeef ^ count;
  let b = 0x41c6ce57;
  for (let i = 0; i < count; i++) {
    const [first, second] = hashOf(i);
    a = Math.imul(((a << 13) | (a >>> 19)) ^ first, 2654435761);
    b = Math.imul(((b << 7) | (b >>> 25)) ^ second, 1597334677);
  }
  return `${a >>> 0}-${b >>> 0}`;
}

function lanesOf(text: string): readonly [number, number, number, number] {
  let a = 0xdeadbeef ^ 0x9e3779b1;
  let b = 0x41c6ce57 ^ 0x9e3779b1;
  let c = 0xdeadbeef ^ 0x85ebca6b;
  let d = 0x41c6ce57 ^ 0x85ebca6b;
  // two units are a word
  const whole = text.length & ~1;
  for (let i = 0; i < whole; i += 2) {
    const word = text.charCodeAt(i) | (text.charCodeAt(i + 1) << 16);
    a = Math.imul(a ^ word, 2654435761);
    b = Math.imul(b ^ word, 1597334677);
    // Multiplication only carries upwards: without the turn the second unit would count for little.
    c = Math.imul(((c << 13) | (c >>> 19)) ^ word, 2246822507);
    d = Math.imul(((d << 7) | (d >>> 25)) ^ word, 3266489909);
  }
  const rest = whole < text.length ? text.charCodeAt(whole) + 1 : 0;
  a = Math.imul(a ^ rest, 2654435761);
  b = Math.imul(b ^ rest, 1597334677);
  c = Math.imul(((c << 13) | (c >>> 19)) ^ rest, 2246822507);
  d = Math.imul(((d << 7) | (d >>> 25)) ^ rest, 3266489909);
  return [a, b, c, d];
}

/** 53 bits of two interleaved 32-bit lanes (the cyrb53 scheme). */
function settled(first: number, second: number): number {
  const a = Math.imul(first ^ (first >>> 16), 2246822507) ^ Math.imul(second ^ (second >>> 13), 3266489909);
  const b = Math.imul(second ^ (second >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}

/**
 * The same for bytes, sixteen at a time in four lanes: the content of a file without decoding it. Most runs of the
 * program are so short that this is interpreted, so each word is touched once.
 */
export function fingerprintBytes(bytes: Uint8Array): string {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
  const words = new Int32Array(aligned.buffer, aligned.byteOffset, bytes.length >>> 2);
  const whole = words.length & ~3;
  let a = 0xdeadbeef ^ bytes.length;
  let b = 0x41c6ce57;
  let c = 0x9e3779b1;
  let d = 0x85ebca6b;
  for (let i = 0; i < whole; i += 4) {
    // Multiplication only carries upwards: without the turn the high bits of a word would count for little.
    a = imul(((a << 13) | (a >>> 19)) ^ words[i]!, 2654435761);
    b = imul(((b << 13) | (b >>> 19)) ^ words[i + 1]!, 1597334677);
    c = imul(((c << 13) | (c >>> 19)) ^ words[i + 2]!, 2246822507);
    d = imul(((d << 13) | (d >>> 19)) ^ words[i + 3]!, 3266489909);
  }
  let rest = '';
  for (let i = whole * 4; i < bytes.length; i++) rest += `.${bytes[i]}`;
  return fingerprint([a >>> 0, b >>> 0, c >>> 0, d >>> 0].join() + rest);
}

const { imul } = Math;
