/**
 * HTML elements among blocks: opens one whose start tag was read and parses its content as kramdown's content model
 * says.
 */

import { markdownMessages } from '../../../diagnostics/catalogue/engines/markdown.ts';
import { type BlockState, parseBlocksWithin } from '../block/state.ts';
import { addText, type ContentModel, Element } from '../tree/element.ts';
import { MAX_BLOCK_NESTING, MAX_HTML_NESTING } from '../tree/limits.ts';
import { skipBlankChars } from '../tree/scan.ts';
import type { Source } from '../tree/source.ts';
import { contentModelOf, isBodyless, isKnownElement } from './elements.ts';
import { afterEndTag, findEndTag, nameEnd, readEndTag, readTag, type Tag, toAttributes } from './tags.ts';

/** What the `markdown` attribute asks for; `1` for what the element's own content model is. */
const markdownAttribute: ReadonlyMap<string, ContentModel | 'default'> = new Map([
  ['0', 'raw'],
  ['1', 'default'],
  ['span', 'span'],
  ['block', 'block'],
]);

/** Removes the `markdown` attribute and returns what it asks for. */
export function takeMarkdownAttribute(element: Element): ContentModel | 'default' | undefined {
  const value = element.attributes?.get('markdown');
  if (value === undefined) return undefined;
  element.attributes?.delete('markdown');
  return markdownAttribute.get(value);
}

/** Past the white space that ends a line. */
function skipLineEnd(state: BlockState): void {
  const end = skipBlankChars(state.text, state.pos);
  if (state.text.charCodeAt(end) === 10) state.pos = end + 1;
}

/** The end of a comment (`<!-- -->`) at an index, or -1. */
export function commentEnd(source: Source, at: number): number {
  if (!source.text.startsWith('<!--', at)) return -1;
  const end = source.find('-->', at + 4);
  return end < 0 ? -1 : end + 3;
}

/** Adds the element whose start tag is at `state.pos`, and its content. */
export function openHtmlElement(state: BlockState, tag: Tag, offset: number, depth: number): void {
  const lower = tag.name.toLowerCase();
  const name = isKnownElement(lower) ? lower : tag.name;
  const element = new Element('html_element', name, offset);
  element.category = 'block';
  element.attributes = toAttributes(tag, isKnownElement(name), (attribute) =>
    state.doc.warn(markdownMessages.duplicateAttribute, { name: attribute }, state.source, offset),
  );
  state.tree.append(element);
  state.pos = tag.end;
  if (name === 'script' || name === 'style') {
    readVerbatim(state, element, 'raw');
    chooseContentModel(state, element, false);
    return;
  }
  const closed = tag.closed || isBodyless(name);
  const model = chooseContentModel(state, element, closed);
  if (closed) return;
  readContent(state, element, model, depth);
  if (!isRaw(state.tree)) skipLineEnd(state);
}

function isRaw(tree: Element): boolean {
  return tree.type === 'html_element' && tree.details.contentModel === 'raw';
}

function chooseContentModel(state: BlockState, element: Element, closed: boolean): ContentModel {
  if (state.ial !== undefined) {
    element.ial = state.ial;
    state.ial = undefined;
  }
  let model: ContentModel =
    !isRaw(state.tree) && state.doc.options.parse_block_html ? contentModelOf(element.value) : 'raw';
  const asked = takeMarkdownAttribute(element);
  if (asked !== undefined) model = asked === 'default' ? contentModelOf(element.value) : asked;
  if (model === 'block') skipLineEnd(state);
  element.details = { contentModel: model, isClosed: closed };
  return model;
}

function readContent(state: BlockState, element: Element, model: ContentModel, depth: number): void {
  if (model === 'raw' || (model === 'block' && state.level >= MAX_BLOCK_NESTING))
    readRaw(state, element, depth);
  else if (model === 'span') readVerbatim(state, element);
  else if (!parseBlocksWithin(state, element)) warnUnclosed(state, element);
}

function warnUnclosed(state: BlockState, element: Element): void {
  state.doc.warn(markdownMessages.unclosedElement, { name: element.value }, state.source, element.offset);
}

/** The text up to the end tag as it stands. */
function readVerbatim(state: BlockState, element: Element, type?: 'raw'): void {
  const close = findEndTag(state.text, element.value, state.pos);
  const end = close < 0 ? state.text.length : close;
  const content = state.text.slice(state.pos, end);
  if (type === 'raw') addText(element, content, 'raw', state.pos);
  else state.addRawText(element, content);
  if (close < 0) warnUnclosed(state, element);
  state.pos = close < 0 ? end : afterEndTag(state.text, close);
}

/** HTML within raw HTML: nothing in it is kramdown's but `markdown` attributes. */
function readRaw(state: BlockState, element: Element, depth: number): void {
  const outer = state.tree;
  const waiting = state.ial;
  state.tree = element;
  const closed = readRawContent(state, element, depth + 1);
  state.tree = outer;
  state.ial = waiting;
  if (!closed) warnUnclosed(state, element);
}

function readRawContent(state: BlockState, element: Element, depth: number): boolean {
  const { text } = state;
  while (state.pos < text.length) {
    const at = nextMarkup(text, state.pos);
    if (at < 0) {
      addText(element, text.slice(state.pos), 'text', state.pos);
      state.pos = text.length;
      return false;
    }
    addText(element, text.slice(state.pos, at), 'text', state.pos);
    state.pos = at;
    if (readRawMarkup(state, element, depth)) return true;
  }
  return false;
}

/** Reads what starts with `<` at `state.pos`; true when it was the element's end tag. */
function readRawMarkup(state: BlockState, element: Element, depth: number): boolean {
  const { text, pos } = state;
  const comment = commentEnd(state.source, pos);
  if (comment >= 0) return addRaw(state, 'xml_comment', comment);
  if (text.startsWith('<?', pos)) {
    const instruction = state.source.find('?>', pos + 2);
    if (instruction >= 0) return addRaw(state, 'xml_pi', instruction + 2);
  }
  const tag = depth < MAX_HTML_NESTING ? readTag(text, pos) : undefined;
  if (tag !== undefined) {
    openHtmlElement(state, tag, pos, depth);
    return false;
  }
  const endTag = readEndTag(text, pos);
  if (endTag !== undefined) {
    state.pos = endTag.end;
    if (element.value === (isKnownElement(element.value) ? endTag.name.toLowerCase() : endTag.name))
      return true;
    addText(element, text.slice(pos, endTag.end), 'text', pos);
    state.doc.warn(markdownMessages.strayEndTag, { name: endTag.name }, state.source, pos);
    return false;
  }
  addText(element, '<', 'text', pos);
  state.pos = pos + 1;
  return false;
}

function addRaw(state: BlockState, type: 'xml_comment' | 'xml_pi', end: number): false {
  const element = new Element(type, state.text.slice(state.pos, end), state.pos);
  element.category = 'block';
  state.tree.append(element);
  state.pos = end;
  return false;
}

/** The next `<` that could start a tag, a comment or an instruction. */
function nextMarkup(text: string, from: number): number {
  for (let at = text.indexOf('<', from); at >= 0; at = text.indexOf('<', at + 1)) {
    const next = text.charCodeAt(at + 1);
    if (next === 47 || next === 63 || text.startsWith('!--', at + 1) || nameEnd(text, at + 1) >= 0) return at;
  }
  return -1;
}
