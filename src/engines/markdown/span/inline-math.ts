/** `$$math$$` within text. */

import { strip } from '../../../ruby/text.ts';
import type { SpanState } from './state.ts';

export function inlineMath(state: SpanState): boolean {
  const { text, pos } = state;
  if (text.charCodeAt(pos) !== 36 || text.charCodeAt(pos + 1) !== 36) return false;
  const close = state.source.find('$$', pos + 2);
  if (close < 0) return false;
  state.push('math', strip(text.slice(pos + 2, close))).category = 'span';
  state.pos = close + 2;
  return true;
}
