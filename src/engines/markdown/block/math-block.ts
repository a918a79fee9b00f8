/** `$$ … $$` on lines of its own. */

import { strip } from '../../../ruby/text.ts';
import { restOfBlankLine } from '../tree/scan.ts';
import type { BlockState } from './state.ts';

export function mathBlock(state: BlockState): boolean {
  const { text } = state;
  const escaped = state.code === 92;
  const open = escaped ? state.mark + 1 : state.mark;
  if ((state.code !== 36 && !escaped) || !text.startsWith('$$', open)) return false;
  const close = text.indexOf('$$', open + 2);
  if (close < 0 || !state.isAfterBoundary()) return false;
  const lineEnd = restOfBlankLine(text, close + 2);
  if (escaped) {
    // The backslash goes, and a paragraph starts with the dollar signs.
    if (lineEnd >= 0) {
      state.pos = open;
      state.measure();
    }
    return false;
  }
  const end = lineEnd < 0 ? close + 2 : lineEnd;
  if (!state.isBeforeBoundary(end)) return false;
  state.push('math', strip(text.slice(open + 2, close))).category = 'block';
  state.pos = end;
  return true;
}
