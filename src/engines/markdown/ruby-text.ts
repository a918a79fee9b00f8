/** How Ruby sees text where JavaScript sees it otherwise: white space is ASCII, letters are Unicode, one character is one code point. */

/** Where tables by character code have what stands for all characters beyond ASCII. */
export const ANY = 128;

/** `[ \t\n\v\f\r]`, which is all that Ruby's `\s` matches. */
export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

/** `[^ \t]` is what blocks ask for at the start of a line. */
export function isBlankChar(code: number): boolean {
  return code === 32 || code === 9;
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

/** `String#lstrip`: white space and NUL. */
export function lstrip(text: string): string {
  let at = 0;
  while (at < text.length && isStripped(text.charCodeAt(at))) at++;
  return at === 0 ? text : text.slice(at);
}

/** `String#rstrip`: white space and NUL. */
export function rstrip(text: string): string {
  let end = text.length;
  while (end > 0 && isStripped(text.charCodeAt(end - 1))) end--;
  return end === text.length ? text : text.slice(0, end);
}

export function strip(text: string): string {
  return lstrip(rstrip(text));
}

function isStripped(code: number): boolean {
  return isSpace(code) || code === 0;
}

/** `String#downcase`: a final sigma is a sigma like any other. */
export function downcase(text: string): string {
  return text.includes('Σ')
    ? text
        .split('Σ')
        .map((part) => part.toLowerCase())
        .join('σ')
    : text.toLowerCase();
}

/** `String#split("\n")`: empty lines at the end are dropped. */
export function splitLines(text: string): string[] {
  const lines = text.split('\n');
  while (lines.length > 0 && lines[lines.length - 1] === '') lines.pop();
  return lines;
}

/** The index after the line end that follows `at`; the text's length where there is none. */
export function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** Past spaces and tabs. */
export function skipBlankChars(text: string, at: number): number {
  let code = text.charCodeAt(at);
  while (code === 32 || code === 9) code = text.charCodeAt(++at);
  return at;
}

/** Past white space of every kind, line ends included. */
export function skipSpaces(text: string, at: number): number {
  while (isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** `\s*?\n`: the index after the line end if nothing but white space is before it, else -1. */
export function restOfBlankLine(text: string, at: number): number {
  let code = text.charCodeAt(at);
  while (code !== 10 && isSpace(code)) code = text.charCodeAt(++at);
  return code === 10 ? at + 1 : -1;
}

/** `match` of a sticky expression at an index. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
