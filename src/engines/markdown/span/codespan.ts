/** Code between runs of backticks. */

import { isSpace } from '../../../ruby/characters.ts';
import type { SpanState } from './state.ts';

export function codespan(state: SpanState): boolean {
  const { text, pos } = state;
  if (text.charCodeAt(pos) !== 96) return false;
  let start = pos;
  while (text.charCodeAt(start) === 96) start++;
  const delimiter = text.slice(pos, start);
  state.pos = start;
  const simple = delimiter.length === 1;
  if (simple && (pos === 0 || isSpace(text.charCodeAt(pos - 1))) && isSpace(text.charCodeAt(start)))
    return state.addText(delimiter);
  const close = state.source.find(delimiter, start);
  if (close < 0) return state.addText(delimiter);
  let code = text.slice(start, close);
  if (!simple) {
    if (code.startsWith(' ')) code = code.slice(1);
    if (code.endsWith(' ')) code = code.slice(0, -1);
  }
  state.push('codespan', code, pos);
  state.pos = close + delimiter.length;
  return true;
}
