/** Scans plain and quoted scalars, folding their lines. */

import {
  type Cursor,
  codeAt,
  codes,
  columnOf,
  isBlank,
  isBreak,
  isDocumentMark,
  isGap,
  isLetter,
  takeBreak,
} from './cursor.ts';
import { type Token, YamlMistake } from './token.ts';

/** White space between two words of a scalar: it stays as it is within a line, and folds where it holds line ends. */
interface Gap {
  blanks: string;
  firstBreak: string;
  moreBreaks: string;
  hasBreak: boolean;
}

/** Takes blanks and line ends; `isBadTab` is asked at each blank that indents a further line. */
function takeGap(cursor: Cursor, gap: Gap, refuseTab: () => void): void {
  for (;;) {
    const code = codeAt(cursor);
    if (isBlank(code)) {
      if (!gap.hasBreak) gap.blanks += cursor.text[cursor.at];
      else if (code === codes.tab) refuseTab();
      cursor.at++;
    } else if (isBreak(code)) {
      const taken = takeBreak(cursor);
      if (gap.hasBreak) gap.moreBreaks += taken;
      else {
        gap.firstBreak = taken;
        gap.hasBreak = true;
      }
    } else return;
  }
}

function folded(gap: Gap): string {
  if (!gap.hasBreak) return gap.blanks;
  if (gap.firstBreak !== '\n') return gap.firstBreak + gap.moreBreaks;
  return gap.moreBreaks === '' ? ' ' : gap.moreBreaks;
}

function noGap(): Gap {
  return { blanks: '', firstBreak: '', moreBreaks: '', hasBreak: false };
}

/** A scalar without quotes, up to `: `, ` #`, a line that is indented less, or what ends it in a flow collection. */
export function scanPlain(cursor: Cursor): Token {
  const start = cursor.at;
  const indent = cursor.indent + 1;
  let text = '';
  let end = start;
  let gap = noGap();
  for (;;) {
    if (isDocumentMark(cursor) || codeAt(cursor) === codes.hash) break;
    const from = cursor.at;
    takeWords(cursor, start);
    if (cursor.at > from) {
      text += folded(gap) + cursor.text.slice(from, cursor.at);
      gap = noGap();
      end = cursor.at;
    }
    if (!isBlank(codeAt(cursor)) && !isBreak(codeAt(cursor))) break;
    takeGap(cursor, gap, () => {
      if (columnOf(cursor) < indent) throw new YamlMistake('tab-in-plain', cursor.at, start);
    });
    if (cursor.flowLevel === 0 && columnOf(cursor) < indent) break;
  }
  if (gap.hasBreak) cursor.simpleKeyAllowed = true;
  return { kind: 'scalar', start, end, text, plain: true };
}

/** A word and those behind it that a space parts and a letter begins: no other sign could end the scalar there. */
function takeWords(cursor: Cursor, start: number): void {
  const inFlow = cursor.flowLevel > 0;
  for (;;) {
    const code = codeAt(cursor);
    if (isGap(code)) {
      if (!isBetweenWords(cursor)) return;
    } else if (code === codes.colon) {
      const next = codeAt(cursor, 1);
      if (isGap(next)) return;
      if (inFlow && (next === codes.comma || next === codes.question || isFlowBracket(next)))
        throw new YamlMistake('colon-in-plain', cursor.at, start);
    } else if (inFlow && (code === codes.comma || isFlowBracket(code))) return;
    cursor.at++;
  }
}

function isFlowBracket(code: number): boolean {
  return (
    code === codes.openBracket ||
    code === codes.closeBracket ||
    code === codes.openBrace ||
    code === codes.closeBrace
  );
}

/** A scalar in single or double quotes; only the latter know escapes. */
export function scanQuoted(cursor: Cursor, isSingle: boolean): Token {
  const start = cursor.at;
  const quote = isSingle ? codes.singleQuote : codes.doubleQuote;
  let text = '';
  cursor.at++;
  for (;;) {
    if (isDocumentMark(cursor)) throw new YamlMistake('document-mark-in-quotes', cursor.at, start);
    const gap = noGap();
    for (;;) {
      const code = codeAt(cursor);
      if (code === codes.end) throw new YamlMistake('unclosed-quote', cursor.at, start);
      if (isBlank(code) || isBreak(code)) break;
      if (code === quote) {
        if (!isSingle || codeAt(cursor, 1) !== quote) {
          cursor.at++;
          return { kind: 'scalar', start, end: cursor.at, text, plain: false };
        }
        text += "'";
        cursor.at += 2;
      } else if (!isSingle && code === codes.backslash) {
        if (isBreak(codeAt(cursor, 1))) {
          cursor.at++;
          takeBreak(cursor);
          gap.hasBreak = true;
          break;
        }
        text += takeEscape(cursor, start);
      } else {
        const from = cursor.at++;
        while (!isQuotedStop(codeAt(cursor), quote) || isBetweenWords(cursor)) cursor.at++;
        text += cursor.text.slice(from, cursor.at);
      }
    }
    takeGap(cursor, gap, () => undefined);
    text += folded(gap);
  }
}

/** Whether the cursor is at a space within a line, which stays as it is. */
function isBetweenWords(cursor: Cursor): boolean {
  return codeAt(cursor) === codes.space && isLetter(codeAt(cursor, 1));
}

function isQuotedStop(code: number, quote: number): boolean {
  return isGap(code) || code === quote || code === codes.backslash;
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['a', '\u0007'],
  ['b', '\b'],
  ['t', '\t'],
  ['\t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\u001b'],
  [' ', ' '],
  ['"', '"'],
  ['/', '/'],
  ['\\', '\\'],
  ['N', '\u0085'],
  ['_', '\u00a0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
]);
const hexLengths: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);

function takeEscape(cursor: Cursor, start: number): string {
  const letter = cursor.text.charAt(cursor.at + 1);
  const plain = escapes.get(letter);
  if (plain !== undefined) {
    cursor.at += 2;
    return plain;
  }
  const length = hexLengths.get(letter);
  if (length === undefined) throw new YamlMistake('unknown-escape', cursor.at, start);
  const digits = cursor.text.slice(cursor.at + 2, cursor.at + 2 + length);
  if (digits.length < length || !/^[0-9A-Fa-f]+$/.test(digits))
    throw new YamlMistake('bad-hex-escape', cursor.at, start);
  const point = Number.parseInt(digits, 16);
  const pair = letter === 'u' && cursor.isJson ? surrogatePair(cursor.text, cursor.at) : undefined;
  if (pair !== undefined) {
    cursor.at += 12;
    return pair;
  }
  if ((point >= 0xd800 && point <= 0xdfff) || point > 0x10ffff)
    throw new YamlMistake('bad-code-point', cursor.at, start);
  cursor.at += 2 + length;
  return String.fromCodePoint(point);
}

/** A character beyond U+FFFF as JSON writes it, in two escapes: `\ud83d\ude00`. libyaml stops at the first, so no site that Jekyll builds has any. */
function surrogatePair(text: string, at: number): string | undefined {
  const found = /^\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})/.exec(
    text.slice(at, at + 12),
  );
  if (found === null) return undefined;
  return String.fromCharCode(...found.slice(1).map((digits) => Number.parseInt(digits, 16)));
}
