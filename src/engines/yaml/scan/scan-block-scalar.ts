/** Scans literal (`|`) and folded (`>`) scalars with their indentation and chomping. */

import { type Cursor, codeAt, codes, columnOf, isBlank, isBreak, isBreakOrEnd, takeBreak } from './cursor.ts';
import { type Token, YamlMistake } from './token.ts';

export function scanBlockScalar(cursor: Cursor, isLiteral: boolean): Token {
  const start = cursor.at;
  cursor.at++;
  const { chomping, increment } = takeHeader(cursor, start);
  const block: Block = {
    indent: increment === 0 ? 0 : Math.max(cursor.indent, 0) + increment,
    least: cursor.indent + 1,
    start,
  };
  let text = '';
  let lastBreak = '';
  let wasBlank = false;
  let end = cursor.at;
  let emptyLines = takeEmptyLines(cursor, block);
  while (columnOf(cursor) === block.indent && codeAt(cursor) !== codes.end) {
    const isIndentedMore = isBlank(codeAt(cursor));
    // A folded line end becomes a space, but not beside a line that is indented more.
    if (!isLiteral && lastBreak === '\n' && !wasBlank && !isIndentedMore) {
      if (emptyLines === '') text += ' ';
    } else text += lastBreak;
    text += emptyLines;
    wasBlank = isIndentedMore;
    const from = cursor.at;
    while (!isBreakOrEnd(codeAt(cursor))) cursor.at++;
    text += cursor.text.slice(from, cursor.at);
    end = cursor.at;
    lastBreak = takeBreak(cursor);
    emptyLines = takeEmptyLines(cursor, block);
  }
  if (chomping !== '-') text += lastBreak;
  if (chomping === '+') text += emptyLines;
  return { kind: 'scalar', start, end, text, plain: false };
}

/** What stands behind the `|` or `>`: a sign and a digit in either order, a comment, the line end. */
function takeHeader(cursor: Cursor, start: number): { chomping: string; increment: number } {
  const header = /([+-]?)([0-9]?)([+-]?)/y;
  header.lastIndex = cursor.at;
  const [all, before = '', digit = '', after = ''] = header.exec(cursor.text)!;
  if (digit === '0') throw new YamlMistake('zero-indent', cursor.at + before.length, start);
  // Two signs are one too many, and so is the second.
  cursor.at += before !== '' && after !== '' ? all.length - 1 : all.length;
  while (isBlank(codeAt(cursor))) cursor.at++;
  if (codeAt(cursor) === codes.hash) while (!isBreakOrEnd(codeAt(cursor))) cursor.at++;
  if (!isBreakOrEnd(codeAt(cursor))) throw new YamlMistake('text-behind-block-header', cursor.at, start);
  takeBreak(cursor);
  return { chomping: before === '' ? after : before, increment: digit === '' ? 0 : Number(digit) };
}

interface Block {
  /** The column of the text; 0 as long as no line of it has been seen. */
  indent: number;
  /** The column that it has at least. */
  readonly least: number;
  readonly start: number;
}

/** Takes indentation and the ends of empty lines; the first line that is not empty settles the block's indentation. */
function takeEmptyLines(cursor: Cursor, block: Block): string {
  let breaks = '';
  let widest = 0;
  for (;;) {
    const isOpen = (): boolean => block.indent === 0 || columnOf(cursor) < block.indent;
    while (isOpen() && codeAt(cursor) === codes.space) cursor.at++;
    widest = Math.max(widest, columnOf(cursor));
    if (isOpen() && codeAt(cursor) === codes.tab)
      throw new YamlMistake('tab-in-block', cursor.at, block.start);
    if (!isBreak(codeAt(cursor))) break;
    breaks += takeBreak(cursor);
  }
  if (block.indent === 0) block.indent = Math.max(widest, block.least, 1);
  return breaks;
}
