/** Steps over a text by index: line ends, blank characters, sticky expressions. */

import { isSpace } from '../../../ruby/characters.ts';

/** Where tables by character code have what stands for all characters beyond ASCII. */
export const ANY = 128;

/** `[^ \t]` is what blocks ask for at the start of a line. */
export function isBlankChar(code: number): boolean {
  return code === 32 || code === 9;
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

/** `indexOf` in the rest of a line: what is far below it is not searched for again by each line. */
export function indexInLine(text: string, needle: string, at: number): number {
  const end = text.indexOf('\n', at);
  const found = text.slice(at, end < 0 ? text.length : end).indexOf(needle);
  return found < 0 ? -1 : at + found;
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

/** The first of the items, which are in ascending order, that starts at an index or after it. */
export function firstFrom<Item extends { readonly start: number }>(
  items: readonly Item[],
  from: number,
): Item | undefined {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle]!.start < from) low = middle + 1;
    else high = middle;
  }
  return items[low];
}
