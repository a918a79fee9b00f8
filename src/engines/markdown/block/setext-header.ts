/** Headers that are underlined with `=` or `-`. */

import { isSpace } from '../../../ruby/characters.ts';
import { isBlankChar, nextLine } from '../tree/scan.ts';
import { addHeader, readHeaderText } from './header.ts';
import type { BlockState } from './state.ts';

/** The end of an underline that starts at an index, or -1. */
function underlineEnd(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === 45 || text.charCodeAt(end) === 61) end++;
  if (end === at) return -1;
  while (text.charCodeAt(end) !== 10 && isSpace(text.charCodeAt(end))) end++;
  return text.charCodeAt(end) === 10 ? end + 1 : -1;
}

export function setextHeader(state: BlockState): boolean {
  const { text } = state;
  if (isBlankChar(state.code)) return false;
  const line = nextLine(text, state.pos);
  const end = underlineEnd(text, line);
  if (end < 0 || !state.isAfterBoundary()) return false;
  const header = readHeaderText(text.slice(state.mark, line - 1));
  if (header.text === '') return false;
  addHeader(state, text.charCodeAt(line) === 45 ? 2 : 1, header, end);
  return true;
}
