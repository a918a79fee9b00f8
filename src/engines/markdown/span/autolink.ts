/** `<https://example.org>` and `<someone@example.org>`. */

import { isAlnum } from '../../../ruby/characters.ts';
import { addText } from '../tree/element.ts';
import type { Source } from '../tree/source.ts';
import type { SpanState } from './state.ts';

const SCHEME = /(?:mailto|https?|ftps?):/y;

export function autolink(state: SpanState): boolean {
  const { text, pos } = state;
  if (text.charCodeAt(pos) !== 60) return false;
  SCHEME.lastIndex = pos + 1;
  const scheme = SCHEME.test(text);
  const end = scheme ? urlEnd(state.source, SCHEME.lastIndex) : addressEnd(text, pos + 1);
  const address = scheme && end < 0 ? addressEnd(text, pos + 1) : end;
  if (address < 0) return false;
  const target = text.slice(pos + 1, address);
  const link = state.push('a');
  link.attr().set('href', end >= 0 && scheme ? target : `mailto:${target}`);
  addText(link, target.startsWith('mailto:') ? target.slice(7) : target, 'text', pos + 1);
  state.pos = address + 1;
  return true;
}

/** The index of the `>` on the same line, after one character at least; -1 where there is none. */
function urlEnd(source: Source, from: number): number {
  const { text } = source;
  if (from >= text.length || text.charCodeAt(from) === 10) return -1;
  const end = source.find('>', from + 1);
  const line = source.find('\n', from);
  return end < 0 || (line >= 0 && line < end) ? -1 : end;
}

/** The index of the `>` after a mail address, or -1. */
function addressEnd(text: string, from: number): number {
  const at = wordEnd(text, from);
  if (at === from || text.charCodeAt(at) !== 64) return -1;
  const end = wordEnd(text, at + 1);
  return end > at + 1 && text.charCodeAt(end) === 62 ? end : -1;
}

function wordEnd(text: string, from: number): number {
  let end = from;
  for (;;) {
    const point = text.codePointAt(end);
    if (point === undefined || !(isAlnum(point) || point === 45 || point === 95 || point === 46)) return end;
    end += point > 0xffff ? 2 : 1;
  }
}
