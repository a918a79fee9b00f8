/** A line as text, whatever it starts with: the one block of Jekyll's SmartyPants. */

import { nextLine } from '../ruby-text.ts';
import { addText } from '../tree/element.ts';
import type { BlockState } from './state.ts';

export function textLine(state: BlockState): boolean {
  const end = nextLine(state.text, state.pos);
  addText(state.tree, state.text.slice(state.pos, end), 'raw_text', state.pos);
  state.pos = end;
  return true;
}
