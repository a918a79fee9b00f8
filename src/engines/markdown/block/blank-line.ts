/** Blank lines: one element for as many as follow each other. */

import { isSpace } from '../../../ruby/characters.ts';
import { skipSpaces } from '../tree/scan.ts';
import type { BlockState } from './state.ts';

/** The end of the blank lines at a line's start, or -1: the next line's indentation is not theirs. */
export function blankLinesEnd(text: string, at: number): number {
  if (!isSpace(text.charCodeAt(at))) return -1;
  const end = skipSpaces(text, at);
  const last = text.lastIndexOf('\n', end - 1);
  return last < at ? -1 : last + 1;
}

export function blankLine(state: BlockState, silent: boolean): boolean {
  const end = blankLinesEnd(state.text, state.pos);
  if (end < 0 || silent) return end >= 0;
  const matched = state.text.slice(state.pos, end);
  const last = state.tree.last();
  if (last?.type === 'blank') last.value += matched;
  else state.push('blank', matched);
  state.pos = end;
  return true;
}
