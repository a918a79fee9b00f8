/** `^` alone on a line ends a block. */

import { restOfBlankLine } from '../tree/scan.ts';
import type { BlockState } from './state.ts';

/** The end of the mark's line, or -1. */
export function eobEnd(text: string, at: number): number {
  return text.charCodeAt(at) === 94 ? restOfBlankLine(text, at + 1) : -1;
}

export function eobMarker(state: BlockState, silent: boolean): boolean {
  const end = eobEnd(state.text, state.pos);
  if (end < 0 || silent) return end >= 0;
  state.pos = end;
  state.push('eob');
  return true;
}
