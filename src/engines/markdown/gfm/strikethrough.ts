/** `~~gone~~` */

import { isSpace } from '../../../ruby/characters.ts';
import { parseSpans, SpanState } from '../span/state.ts';
import { Source } from '../tree/source.ts';

export function strikethrough(state: SpanState): boolean {
  const { text, pos } = state;
  if (!text.startsWith('~~', pos) || state.isNestedTooDeep) return false;
  const first = text.charCodeAt(pos + 2);
  if (pos + 2 >= text.length || isSpace(first) || first === 126) return false;
  const close = closingTildes(state.source, pos + 3);
  if (close < 0) return false;
  const element = state.push('html_element', 'del');
  element.category = 'span';
  const inner = new SpanState(
    state.doc,
    state.chains,
    new Source(text.slice(pos + 2, close), state.source, pos + 2),
    element,
  );
  inner.level = state.level;
  parseSpans(inner, element);
  state.pos = close + 2;
  return true;
}

/** The first `~~` after a character that is neither white space nor a tilde. */
function closingTildes(source: Source, from: number): number {
  const { text } = source;
  if (source.isMissing('closing ~~', from)) return -1;
  for (let at = text.indexOf('~~', from); at >= 0; at = text.indexOf('~~', at + 1)) {
    const before = text.charCodeAt(at - 1);
    if (!isSpace(before) && before !== 126) return at;
  }
  source.noteMissing('closing ~~', from);
  return -1;
}
