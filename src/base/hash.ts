/** Fingerprints: equal content gives equal text. Not for security. */

/** A 106-bit fingerprint of a text, as 22 base-36 digits at most. Pure, so that the middle of the program may use it. */
export function fingerprint(text: string): string {
  let a = 0xdeadbeef ^ 0x9e3779b1;
  let b = 0x41c6ce57 ^ 0x9e3779b1;
  let c = 0xdeadbeef ^ 0x85ebca6b;
  let d = 0x41c6ce57 ^ 0x85ebca6b;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
    c = Math.imul(c ^ unit, 2654435761);
    d = Math.imul(d ^ unit, 1597334677);
  }
  return `${settled(a, b).toString(36)}-${settled(c, d).toString(36)}`;
}

/** 53 bits of two interleaved 32-bit lanes (the cyrb53 scheme). */
function settled(first: number, second: number): number {
  const a = Math.imul(first ^ (first >>> 16), 2246822507) ^ Math.imul(second ^ (second >>> 13), 3266489909);
  const b = Math.imul(second ^ (second >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}

/** The same for bytes, four at a time: the content of a file without decoding it. */
export function fingerprintBytes(bytes: Uint8Array): string {
  const whole = bytes.length >>> 2;
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const words = new Uint32Array(aligned.buffer, aligned.byteOffset, whole);
  let a = 0xdeadbeef ^ bytes.length;
  let b = 0x41c6ce57 ^ bytes.length;
  let c = 0x9e3779b1;
  let d = 0x85ebca6b;
  for (let i = 0; i < whole; i++) {
    const word = words[i]!;
    a = Math.imul(a ^ word, 2654435761);
    b = Math.imul(b ^ word, 1597334677);
    // Multiplication only carries upwards: without the turn the high bits of a word would count for little.
    c = Math.imul(((c << 13) | (c >>> 19)) ^ word, 2246822507);
    d = Math.imul(((d << 7) | (d >>> 25)) ^ word, 3266489909);
  }
  let rest = '';
  for (let i = whole * 4; i < bytes.length; i++) rest += `.${bytes[i]}`;
  return fingerprint([a >>> 0, b >>> 0, c >>> 0, d >>> 0].join() + rest);
}
