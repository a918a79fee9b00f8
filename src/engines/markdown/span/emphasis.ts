/** `*em*`, `**strong**`, `_em_`, `__strong__`. */

import { codePointBefore, isAlnum, isAlpha, isSpace } from '../../../ruby/characters.ts';
import { Element } from '../tree/element.ts';
import { parseSpans, type SpanState } from './state.ts';

export function emphasis(state: SpanState): boolean {
  const { text, pos } = state;
  const code = text.charCodeAt(pos);
  if (code !== 42 && code !== 95) return false;
  const length = text.charCodeAt(pos + 1) === code ? 2 : 1;
  const delimiter = text.slice(pos, pos + length);
  const type = length === 2 ? 'strong' : 'em';
  const start = pos + length;
  state.pos = start;
  if ((code === 95 && isInsideWord(text, pos)) || isSpace(text.charCodeAt(start)))
    return state.addText(delimiter);
  if ((type === 'em' ? state.em : state.strong) > 0) {
    if (state.tree.type === type) state.openers?.push(start);
    return state.addText(delimiter);
  }
  const single = delimiter.charAt(0);
  if (tryEmphasis(state, delimiter, type, start)) return true;
  if (type === 'strong' && state.tree.type !== 'em' && tryEmphasis(state, single, 'em', pos + 1)) return true;
  state.pos = start;
  return state.addText(delimiter);
}

/** A word, or a word and a dash, right before an underscore. */
function isInsideWord(text: string, at: number): boolean {
  const before = codePointBefore(text, at);
  return isAlpha(before === 45 ? codePointBefore(text, at - 1) : before);
}

/** Reads an element up to its closing delimiter; false, with nothing kept, when there is none. */
function tryEmphasis(state: SpanState, delimiter: string, type: 'em' | 'strong', start: number): boolean {
  const { memo, doc } = state;
  const kind = kindOf(delimiter);
  if (state.isNestedTooDeep || lastCloser(state, delimiter, kind) <= start) return false;
  const surroundings = surroundingsOf(state, kind);
  if (memo.isUnclosed(start * SURROUNDINGS + surroundings) || !doc.limits.mayAttempt()) return false;

  const element = new Element(type, '', start - delimiter.length);
  const outerOpeners = state.openers;
  const openers: number[] = [start];
  state.openers = openers;
  state.pos = start;
  if (type === 'em') state.em++;
  else state.strong++;
  const closed = parseSpans(
    state,
    element,
    (at) => isCloser(at.text, at.pos, delimiter) && element.children.length > 0,
  );
  if (type === 'em') state.em--;
  else state.strong--;
  state.openers = outerOpeners;
  if (closed) {
    state.pos += delimiter.length;
    state.tree.append(element);
    return true;
  }
  doc.limits.failedAttempt(state.pos - start);
  for (const opener of openers) memo.noteUnclosed(opener * SURROUNDINGS + surroundings);
  return false;
}

/** A number below 4 for each of the delimiters. */
function kindOf(delimiter: string): number {
  return (delimiter.length - 1) | (delimiter.charCodeAt(0) === 95 ? 2 : 0);
}

const SURROUNDINGS = 32;

/** What decides, beside its start, how emphasis is read: the delimiter and what it stands in. */
function surroundingsOf(state: SpanState, kind: number): number {
  return kind | (state.em > 0 ? 4 : 0) | (state.strong > 0 ? 8 : 0) | (state.link > 0 ? 16 : 0);
}

/** Whether a delimiter may close its element at an index. */
function isCloser(text: string, at: number, delimiter: string): boolean {
  if (!text.startsWith(delimiter, at) || isSpace(text.charCodeAt(at - 1))) return false;
  const code = delimiter.charCodeAt(0);
  if (delimiter.length === 1 && text.charCodeAt(at + 1) === code && text.charCodeAt(at + 2) !== code)
    return false;
  return code !== 95 || !isAlnum(text.codePointAt(at + delimiter.length));
}

function lastCloser(state: SpanState, delimiter: string, kind: number): number {
  const { text, memo } = state;
  let last = memo.lastCloser[kind];
  if (last === undefined) {
    last = text.lastIndexOf(delimiter);
    while (last > 0 && !isCloser(text, last, delimiter)) last = text.lastIndexOf(delimiter, last - 1);
    memo.lastCloser[kind] = last;
  }
  return last;
}
