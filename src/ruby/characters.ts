/** Ruby's character classes: `\s`, `\d` and `\w` are ASCII, POSIX brackets are Unicode, a character is a code point. */

/** `[ \t\n\v\f\r]`, which is all that Ruby's `\s` matches. */
export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** `\w`: ASCII alone. */
export function isWord(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95
  );
}

const ALPHABETIC = /^\p{Alphabetic}/u;
const ALPHANUMERIC = /^[\p{Alphabetic}\p{Nd}]/u;
const WORD = /^[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}²³¹¼½¾]/u;

/** `[[:alpha:]]` for a code point; NaN and undefined are none. */
export function isAlpha(code: number | undefined): boolean {
  if (code === undefined || Number.isNaN(code)) return false;
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return ALPHABETIC.test(String.fromCodePoint(code));
}

/** `[[:alnum:]]` for a code point. */
export function isAlnum(code: number | undefined): boolean {
  if (code === undefined || Number.isNaN(code)) return false;
  if (code < 128) return isAlpha(code) || isDigit(code);
  return ALPHANUMERIC.test(String.fromCodePoint(code));
}

/** Whether `\b` counts a code point to a word: Unicode, unlike `\w`. */
export function isBoundaryWord(code: number | undefined): boolean {
  if (code === undefined || Number.isNaN(code)) return false;
  if (code < 128) return isWord(code);
  return WORD.test(String.fromCodePoint(code));
}

const BEYOND_ASCII = /[^\0-\x7f]/;

/** Whether a text has no character beyond ASCII. */
export function isAscii(text: string): boolean {
  return !BEYOND_ASCII.test(text);
}

/** The code point that ends before `at`, or undefined at the start. */
export function codePointBefore(text: string, at: number): number | undefined {
  if (at <= 0) return undefined;
  const code = text.charCodeAt(at - 1);
  return code >= 0xdc00 && code <= 0xdfff && at >= 2 ? text.codePointAt(at - 2) : code;
}

/** How many UTF-16 units the character at `at` takes. */
export function charLength(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code <= 0xdbff && at + 1 < text.length ? 2 : 1;
}
