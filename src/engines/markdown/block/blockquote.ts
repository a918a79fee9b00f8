/** `>` before a line; the lines after it belong to the quote until a blank line. */

import { MAX_BLOCK_NESTING } from '../tree/limits.ts';
import { nextLine } from '../tree/scan.ts';
import { Source } from '../tree/source.ts';
import { type BlockState, parseBlocks } from './state.ts';

const MARKER = /(^|\n) {0,3}> ?/g;

export function blockquote(state: BlockState, silent: boolean): boolean {
  if (state.code !== 62 || state.level >= MAX_BLOCK_NESTING) return false;
  if (silent) return true;
  const start = state.pos;
  let end = nextLine(state.text, start);
  while (!state.isInterrupted('lazy', end)) end = nextLine(state.text, end);
  const content = state.text.slice(start, end).replace(MARKER, '$1');
  const quote = state.push('blockquote');
  parseBlocks(state, new Source(content, state.source, start), quote);
  state.pos = end;
  return true;
}
