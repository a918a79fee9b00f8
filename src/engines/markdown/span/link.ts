/** Links and images: `[text](url "title")`, `[text][id]`, `[id]`, each with `!` before it. */

import { markdownMessages } from '../../../diagnostics/catalogue/engines/markdown.ts';
import { applyAttributes } from '../tree/apply-attributes.ts';
import type { LinkDefinition } from '../tree/document.ts';
import { Element } from '../tree/element.ts';
import { normalizeLinkId } from '../tree/link-id.ts';
import { skipSpaces } from '../tree/scan.ts';
import { withoutEscapes } from './escaped-char.ts';
import { readDestination, type Target } from './link-destination.ts';
import { parseSpans, type SpanState } from './state.ts';

export function link(state: SpanState): boolean {
  const { text, pos } = state;
  const isImage = text.charCodeAt(pos) === 33;
  const start = isImage ? pos + 2 : pos + 1;
  if (text.charCodeAt(start - 1) !== 91 || start >= text.length || text.charCodeAt(start) === 94)
    return false;
  state.pos = start;
  if (!takeLink(state, isImage, start)) {
    state.pos = start;
    state.addText(text.slice(pos, start));
  }
  return true;
}

function takeLink(state: SpanState, isImage: boolean, start: number): boolean {
  if ((!isImage && state.link > 0) || state.isNestedTooDeep) return false;
  const element = new Element(isImage ? 'img' : 'a', '', start);
  const known = state.memo.bracket(keyOf(state, start));
  const close = known ?? readContent(state, element, start);
  if (close < 0) return false;
  const target = readTarget(state, start, close);
  if (target === undefined) return false;
  if (known !== undefined) readContent(state, element, start);
  finish(state, element, target, withoutEscapes(state.text.slice(start, close)));
  return true;
}

/** A link's text reads the same wherever it starts in the same emphasis. */
function keyOf(state: SpanState, start: number): number {
  return start * 4 + (state.em > 0 ? 1 : 0) + (state.strong > 0 ? 2 : 0);
}

/** Reads the text up to the closing bracket, whose index it gives, or -1. */
function readContent(state: SpanState, element: Element, start: number): number {
  const { memo, doc, text } = state;
  if (!doc.limits.mayAttempt() || state.source.find(']', start) < 0) return -1;
  // The starts of the brackets that are open: their ends are learned on the way.
  const open: number[] = [start];
  let seen = 0;
  const closeImages = (): void => {
    for (; seen < element.children.length; seen++) if (element.children[seen]!.type === 'img') open.pop();
  };
  state.pos = start;
  state.link++;
  const found = parseSpans(state, element, (at) => {
    closeImages();
    const code = text.charCodeAt(at.pos);
    if (code === 93) {
      const closed = open.pop();
      if (closed !== undefined) memo.noteBracket(keyOf(state, closed), at.pos);
      return open.length === 0;
    }
    if (code === 91) open.push(at.pos + 1);
    else if (code === 33 && text.charCodeAt(at.pos + 1) === 91) open.push(at.pos + 2);
    return false;
  });
  state.link--;
  if (found) return state.pos;
  doc.limits.failedAttempt(state.pos - start);
  closeImages();
  for (const unclosed of open) memo.noteBracket(keyOf(state, unclosed), -1);
  return -1;
}

function readTarget(state: SpanState, start: number, close: number): Target | undefined {
  const { text } = state;
  const bracket = skipSpaces(text, close + 1);
  const idEnd = text.charCodeAt(bracket) === 91 ? state.source.find(']', bracket + 1) : -1;
  if (idEnd > bracket + 1) return readReference(state, text.slice(bracket + 1, idEnd), idEnd + 1);
  if (idEnd < 0 && text.charCodeAt(close + 1) === 40) return readDestination(state, close + 1);
  const label = text.slice(start, close);
  const target = readReference(state, label, idEnd < 0 ? close + 1 : idEnd + 1, withoutEscapes);
  if (target === undefined)
    state.doc.warn(markdownMessages.missingLink, { id: label }, state.source, start - 1);
  return target;
}

function readReference(
  state: SpanState,
  label: string,
  end: number,
  toId?: (text: string) => string,
): Target | undefined {
  const { doc } = state;
  const definition = findDefinition(state, label, toId);
  if (definition === undefined) return undefined;
  if (!doc.limits.mayExpand(definition.url.length + (definition.title?.length ?? 0))) return undefined;
  return { url: definition.url, title: definition.title, ial: definition.mark?.ial, end };
}

function findDefinition(
  state: SpanState,
  label: string,
  toId: ((text: string) => string) | undefined,
): LinkDefinition | undefined {
  const { linkDefinitions, longestLinkId, limits } = state.doc;
  if (linkDefinitions.size === 0) return undefined;
  // A longer text can't be an id, unless it is white space and escapes that make it long.
  if (label.length > 2 * longestLinkId + 100) {
    if (!limits.mayAttempt()) return undefined;
    limits.failedAttempt(label.length);
  }
  return linkDefinitions.get(normalizeLinkId(toId?.(label) ?? label));
}

function finish(state: SpanState, element: Element, target: Target, alt: string): void {
  element.ial = target.ial;
  const attributes = element.attr();
  if (target.ial !== undefined)
    applyAttributes(attributes, target.ial, state.doc.attributeLists, state.doc.limits);
  if (element.type === 'a') attributes.set('href', target.url);
  else {
    attributes.set('src', target.url);
    attributes.set('alt', alt);
    element.children = [];
  }
  if (target.title !== undefined) attributes.set('title', target.title);
  state.tree.append(element);
  state.pos = target.end;
}
