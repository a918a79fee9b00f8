/** Reads the target of a request, strictly and by hand: what is not plainly the path of a page is refused, never repaired. Pure. */

/** The longest target that is read. */
const LONGEST = 8192;

export type Target =
  /** Decoded once; starts with `/`. It names nothing yet: `lookup.ts` asks whether there is such a key. */
  { readonly path: string } | { readonly refused: string };

/** `raw` is the target as it stood in the request line, one character a byte. */
export function parseTarget(raw: string): Target {
  if (raw.length > LONGEST) return { refused: 'the address is longer than 8 KB' };
  if (!raw.startsWith('/')) return { refused: 'the address must be a path' };
  if (/[\x00-\x20\x7f#\\]/.test(raw))
    return { refused: 'the address contains a character that must be percent-encoded' };
  const query = raw.indexOf('?');
  const path = decode(query < 0 ? raw : raw.slice(0, query));
  if (path === undefined) return { refused: 'the address is not percent-encoded UTF-8' };
  if (/[\x00-\x1f\x7f\\]/.test(path))
    return { refused: 'the address contains a control character or a backslash' };
  if (/%(?:2e|2f|5c|00)/i.test(path)) return { refused: 'the address is encoded twice' };
  if (path.split('/').some(isDots)) return { refused: 'the address contains `..` segments' };
  return { path };
}

/** `..` in all the spellings that some system has read so. */
function isDots(segment: string): boolean {
  return /^\.\.(?:[;:. ]|$)/.test(segment) || segment === '.';
}

/** Percent-decoding, once; undefined where an escape is broken or the bytes are no UTF-8. */
function decode(raw: string): string | undefined {
  if (!raw.includes('%') && isAscii(raw)) return raw;
  const bytes: number[] = [];
  for (let i = 0; i < raw.length; i++) {
    const code = raw.charCodeAt(i);
    if (code > 0xff) return undefined;
    if (code !== 0x25) bytes.push(code);
    else {
      const digits = raw.slice(i + 1, i + 3);
      if (!/^[0-9A-Fa-f]{2}$/.test(digits)) return undefined;
      bytes.push(Number.parseInt(digits, 16));
      i += 2;
    }
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}
