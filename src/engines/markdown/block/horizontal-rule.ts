/** Three or more `*`, `-` or `_` on a line, spaces allowed between. */

import { isBlankChar } from '../tree/scan.ts';
import type { BlockState } from './state.ts';

/** The end of the rule's line when one starts at an index, else -1. */
export function horizontalRuleEnd(text: string, at: number): number {
  let pos = at;
  while (pos < at + 3 && text.charCodeAt(pos) === 32) pos++;
  const marker = text.charCodeAt(pos);
  if (marker !== 42 && marker !== 45 && marker !== 95) return -1;
  let count = 0;
  for (; ; pos++) {
    const code = text.charCodeAt(pos);
    if (code === marker) count++;
    else if (!isBlankChar(code)) return code === 10 && count >= 3 ? pos + 1 : -1;
  }
}

export function horizontalRule(state: BlockState): boolean {
  const end = horizontalRuleEnd(state.text, state.pos);
  if (end < 0) return false;
  state.push('hr');
  state.pos = end;
  return true;
}
