/** Fingerprints: equal content gives equal text. Not for security. */

/** A 106-bit fingerprint of a text, as 22 base-36 digits at most. Pure, so that the middle of the program may use it. */
export function fingerprint(text: string): string {
  return mix(text, 0x9e3779b1).toString(36) + '-' + mix(text, 0x85ebca6b).toString(36);
}

/** 53 bits in two interleaved 32-bit lanes (the cyrb53 scheme). */
function mix(text: string, seed: number): number {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}
