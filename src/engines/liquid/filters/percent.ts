/** Percent encoding, byte by byte over a table: what a part of a URI keeps, and `%XX` for the rest. */

/** For each ASCII code whether it stays as it is. */
export type KeptCharacters = readonly boolean[];

/** The table of a set of characters. */
export function keep(characters: string): KeptCharacters {
  return Array.from({ length: 128 }, (_, code) => characters.includes(String.fromCharCode(code)));
}

export const unreserved = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~';

const encoder = new TextEncoder();
const escapes = Array.from(
  { length: 256 },
  (_, byte) => '%' + byte.toString(16).toUpperCase().padStart(2, '0'),
);
const characters = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));

/** The UTF-8 bytes of a text, those that are kept as characters and all others as escapes; a space becomes `space`. */
export function percentEncode(text: string, kept: KeptCharacters, space = '%20'): string {
  let encoded = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 128)
      return encoded + text.slice(from, i) + percentEncodeBytes(encoder.encode(text.slice(i)), kept, space);
    if (kept[unit]) continue;
    encoded += text.slice(from, i) + (unit === 32 ? space : escapes[unit]!);
    from = i + 1;
  }
  return from === 0 ? text : encoded + text.slice(from);
}

export function percentEncodeBytes(bytes: Uint8Array, kept: KeptCharacters, space = '%20'): string {
  let encoded = '';
  for (const byte of bytes)
    encoded += byte < 128 && kept[byte] ? characters[byte]! : byte === 32 ? space : escapes[byte]!;
  return encoded;
}
