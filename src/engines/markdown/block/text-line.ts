/** A line as text, whatever it starts with: the one block of Jekyll's SmartyPants. */

import { nextLine } from '../tree/scan.ts';
import type { BlockState } from './state.ts';

export function textLine(state: BlockState): boolean {
  const end = nextLine(state.text, state.pos);
  state.addRawText(state.tree, state.text.slice(state.pos, end));
  state.pos = end;
  return true;
}
