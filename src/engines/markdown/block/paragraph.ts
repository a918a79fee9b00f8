/** Paragraphs, the rule of last resort: lines up to a blank one or to a block that may interrupt a paragraph. */

import { leftStrip, rightStrip } from '../../../ruby/text.ts';
import { isBlankChar, nextLine } from '../tree/scan.ts';
import type { BlockState } from './state.ts';

export function paragraph(state: BlockState): boolean {
  const { text, pos } = state;
  if (isBlankChar(state.code)) return false;
  let end = nextLine(text, pos);
  while (!state.isInterrupted('paragraph', end)) end = nextLine(text, end);
  const lines = rightStrip(text.slice(pos, end));
  const last = state.tree.last();
  if (last?.type === 'p') {
    const inner = last.last();
    if (inner?.type === 'raw_text')
      inner.value += (text.slice(Math.max(0, pos - 3), pos) === '  \n' ? '  \n' : '\n') + lines;
    else state.addRawText(last, lines);
  } else {
    const element = state.push('p');
    state.addRawText(element, leftStrip(lines));
  }
  state.pos = end;
  return true;
}
