/** The lines of list items and definitions: where the content of the first one starts, and which of the next ones belong to it. */

import { isSpace } from '../../../ruby/characters.ts';
import { itemAttributeList } from '../tree/attribute-list.ts';
import { isBlankChar, nextLine, skipSpaces } from '../tree/scan.ts';
import type { BlockState } from './state.ts';

export interface FirstLine {
  readonly text: string;
  /** The column at which the item's content starts. */
  readonly indentation: number;
}

/** Reads the line after a marker that takes `width` columns. */
export function readFirstLine(line: string, width: number): FirstLine {
  const list = itemAttributeList(line);
  if (skipSpaces(line, list?.end ?? 0) >= line.length)
    return { text: line.slice(skipSpaces(line, 0)), indentation: 4 };
  let column = width;
  let at = 0;
  for (; isBlankChar(line.charCodeAt(at)); at++) column += line.charCodeAt(at) === 9 ? 4 - (column % 4) : 1;
  return { text: line.slice(skipSpaces(line, at)), indentation: column };
}

/** The end of a line that is indented like the item's content and has something on it, or -1. */
export function contentLineEnd(text: string, at: number, indentation: number): number {
  let pos = at;
  for (let level = indentation >> 2; level > 0; level--) {
    pos = afterIndent(text, pos);
    if (pos < 0) return -1;
  }
  const rest = indentation & 3;
  const exact = text.startsWith('   '.slice(0, rest), pos) ? pos + rest : afterIndent(text, pos);
  return exact < 0 ? -1 : filledLineEnd(text, exact);
}

function afterIndent(text: string, at: number): number {
  if (text.charCodeAt(at) === 9) return at + 1;
  return text.startsWith('    ', at) ? at + 4 : -1;
}

/** The end of a line that has more than white space from an index on, or -1. */
function filledLineEnd(text: string, at: number): number {
  let pos = at;
  let code = text.charCodeAt(pos);
  while (code !== 10 && isSpace(code)) code = text.charCodeAt(++pos);
  return code === 10 || pos >= text.length ? -1 : nextLine(text, pos);
}

/** The end of a line that goes on with the item's text though it is not indented, or -1. */
export function lazyLineEnd(state: BlockState, at: number, indentation: number): number {
  const { text } = state;
  let spaces = 0;
  while (spaces < 4 && text.charCodeAt(at + spaces) === 32) spaces++;
  if (spaces <= Math.min(indentation, 3) && state.isInterrupted('list-line', at)) return -1;
  return filledLineEnd(text, at);
}

/** A line with the tabs at its start as spaces, and without the item's indentation if it has it. */
export function unindented(line: string, indentation: number): { text: string; found: boolean } {
  let tabs = 0;
  while (line.charCodeAt(tabs) === 9) tabs++;
  const spaced = tabs === 0 ? line : '    '.repeat(tabs) + line.slice(tabs);
  let spaces = 0;
  while (spaces < indentation && spaced.charCodeAt(spaces) === 32) spaces++;
  const found = spaces === indentation;
  return { text: found ? spaced.slice(indentation) : spaced, found };
}
