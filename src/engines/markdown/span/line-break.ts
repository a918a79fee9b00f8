/** Two spaces or two backslashes at the end of a line. */

import type { SpanState } from './state.ts';

export function lineBreak(state: SpanState): boolean {
  const { text, pos } = state;
  if (text.charCodeAt(pos + 2) !== 10 || !(text.startsWith('  ', pos) || text.startsWith('\\\\', pos)))
    return false;
  state.push('br');
  state.pos += 2;
  return true;
}
