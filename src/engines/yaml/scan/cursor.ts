/** A position in YAML text with its line and column, and what the characters there are. The scanner's functions share one and move it on. */

/** Mutable: `at` only grows. */
export interface Cursor {
  readonly text: string;
  at: number;
  line: number;
  /** Offset of the first character of the line. */
  lineStart: number;
  /** How deep in flow collections (`[…]`, `{…}`) the cursor is. */
  flowLevel: number;
  /** The column of the innermost block collection, -1 outside of any. */
  indent: number;
  /** Whether what comes next may be the key of a mapping without a `?`. */
  simpleKeyAllowed: boolean;
  /** Whether the text is a JSON file's: two escapes may make one character. */
  readonly isJson: boolean;
}

/** `text` must not hold a NUL: one is put behind it, so that its end has a character too. */
export function createCursor(text: string, isJson: boolean): Cursor {
  return {
    text: `${text}\0`,
    at: 0,
    line: 0,
    lineStart: 0,
    flowLevel: 0,
    indent: -1,
    simpleKeyAllowed: true,
    isJson,
  };
}

export function columnOf(cursor: Cursor): number {
  return cursor.at - cursor.lineStart;
}

/** The code of the character `ahead` of the cursor; that of the end at the end. No one looks further than that. */
export function codeAt(cursor: Cursor, ahead = 0): number {
  return cursor.text.charCodeAt(cursor.at + ahead);
}

export const codes = {
  end: 0,
  tab: 0x09,
  lineFeed: 0x0a,
  carriageReturn: 0x0d,
  space: 0x20,
  exclamation: 0x21,
  doubleQuote: 0x22,
  hash: 0x23,
  percent: 0x25,
  ampersand: 0x26,
  singleQuote: 0x27,
  asterisk: 0x2a,
  plus: 0x2b,
  comma: 0x2c,
  hyphen: 0x2d,
  dot: 0x2e,
  zero: 0x30,
  nine: 0x39,
  colon: 0x3a,
  greater: 0x3e,
  question: 0x3f,
  at: 0x40,
  openBracket: 0x5b,
  backslash: 0x5c,
  closeBracket: 0x5d,
  backtick: 0x60,
  openBrace: 0x7b,
  pipe: 0x7c,
  closeBrace: 0x7d,
  nextLine: 0x85,
  lineSeparator: 0x2028,
  paragraphSeparator: 0x2029,
} as const;

/** One of ASCII's, which begin most keys and many values and mean nothing but themselves. */
export function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

/** Space or tab. */
export function isBlank(code: number): boolean {
  return code === codes.space || code === codes.tab;
}

/** YAML 1.1 knows Unicode's line ends too. */
export function isBreak(code: number): boolean {
  if (code > codes.carriageReturn && code < codes.nextLine) return false;
  return (
    code === codes.lineFeed ||
    code === codes.carriageReturn ||
    code === codes.nextLine ||
    code === codes.lineSeparator ||
    code === codes.paragraphSeparator
  );
}

/** Line end or end of the text. */
export function isBreakOrEnd(code: number): boolean {
  return code === codes.end || isBreak(code);
}

/** White space, line end or end of the text. */
export function isGap(code: number): boolean {
  if (code > codes.space && code < codes.nextLine) return false;
  return (
    code === codes.space || code === codes.lineFeed || code === codes.end || isBlank(code) || isBreak(code)
  );
}

/** Steps over a line end and gives it as it counts in text: `\n`, or Unicode's own separators. Empty where there is none. */
export function takeBreak(cursor: Cursor): string {
  const code = codeAt(cursor);
  if (!isBreak(code)) return '';
  cursor.at += code === codes.carriageReturn && codeAt(cursor, 1) === codes.lineFeed ? 2 : 1;
  cursor.line++;
  cursor.lineStart = cursor.at;
  return code === codes.lineSeparator || code === codes.paragraphSeparator ? String.fromCharCode(code) : '\n';
}

/** Whether the cursor is at `---` or `...` at the start of a line with white space behind it. */
export function isDocumentMark(cursor: Cursor): boolean {
  if (cursor.at !== cursor.lineStart) return false;
  const code = codeAt(cursor);
  return (
    (code === codes.hyphen || code === codes.dot) &&
    codeAt(cursor, 1) === code &&
    codeAt(cursor, 2) === code &&
    isGap(codeAt(cursor, 3))
  );
}
