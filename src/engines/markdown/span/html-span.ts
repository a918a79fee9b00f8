/** HTML within text: comments, elements whose content is spans, and raw ones. */

import { markdownMessages } from '../../../diagnostics/catalogue/engines/markdown.ts';
import { contentModelOf, isBlockElement, isBodyless, isKnownElement } from '../raw-html/elements.ts';
import { commentEnd, takeMarkdownAttribute } from '../raw-html/parse-element.ts';
import { readEndTag, readTag, type Tag, toAttributes } from '../raw-html/tags.ts';
import { toNativeElements } from '../raw-html/to-native.ts';
import { addText, Element } from '../tree/element.ts';
import { skipSpaces } from '../tree/scan.ts';
import { parseSpans, type SpanState, type Stop } from './state.ts';

export function htmlSpan(state: SpanState): boolean {
  const { text, pos, doc } = state;
  if (text.charCodeAt(pos) !== 60) return false;
  const comment = commentEnd(state.source, pos);
  if (comment >= 0) {
    state.push('xml_comment', text.slice(pos, comment)).category = 'span';
    state.pos = comment;
    return true;
  }
  const endTag = readEndTag(text, pos);
  if (endTag !== undefined) {
    doc.warn(markdownMessages.strayEndTag, { name: endTag.name }, state.source, pos);
    state.addText(text.slice(pos, endTag.end));
    state.pos = endTag.end;
    return true;
  }
  const tag = state.isNestedTooDeep ? undefined : readTag(text, pos);
  return tag !== undefined && takeElement(state, tag);
}

function takeElement(state: SpanState, tag: Tag): boolean {
  const { doc, source, pos, text } = state;
  const lower = tag.name.toLowerCase();
  const known = isKnownElement(lower);
  const name = known ? lower : tag.name;
  if (isBlockElement(name)) {
    doc.warn(markdownMessages.blockElementInText, { name }, source, pos);
    state.addText(text.slice(pos, tag.end));
    state.pos = tag.end;
    return true;
  }
  const element = new Element('html_element', name, pos);
  element.category = 'span';
  element.attributes = toAttributes(tag, known, (attribute) =>
    doc.warn(markdownMessages.duplicateAttribute, { name: attribute }, source, pos),
  );
  for (const [key, value] of element.attributes)
    if (value.includes('\n')) element.attributes.set(key, value.replace(/\n+/g, ' '));
  const parsed = isParsed(state, element);
  element.details = { contentModel: parsed ? 'span' : 'raw', isClosed: tag.closed };
  state.tree.append(element);
  state.pos = tag.end;
  if (!tag.closed && !isBodyless(name)) readContent(state, element, known);
  if (doc.options.html_to_native) toNativeElements(element);
  return true;
}

/** Whether the element's content is text to kramdown. */
function isParsed(state: SpanState, element: Element): boolean {
  const { doc } = state;
  const raw = contentModelOf(element.value) === 'raw';
  const asked = takeMarkdownAttribute(element);
  if (asked === 'span') return true;
  if (asked === 'default') return !raw;
  if (asked === 'raw') return false;
  if (asked === 'block')
    doc.warn(markdownMessages.blockParsingInText, { name: element.value }, state.source, state.pos);
  return !raw && state.tree.details.contentModel !== 'raw' && doc.options.parse_span_html;
}

function readContent(state: SpanState, element: Element, ignoreCase: boolean): void {
  const { text } = state;
  const chain = element.details.contentModel === 'span' ? '' : 'html';
  if (parseSpans(state, element, endTagOf(element.value, ignoreCase), chain)) {
    state.pos = text.indexOf('>', state.pos) + 1;
    return;
  }
  state.doc.warn(markdownMessages.unclosedElement, { name: element.value }, state.source, element.offset);
  addText(element, text.slice(state.pos), 'text', state.pos);
  state.pos = text.length;
}

function endTagOf(name: string, ignoreCase: boolean): Stop {
  return ({ text, pos }) => {
    if (text.charCodeAt(pos) !== 60 || text.charCodeAt(pos + 1) !== 47) return false;
    const end = pos + 2 + name.length;
    const found = text.slice(pos + 2, end);
    return (
      (found === name || (ignoreCase && found.toLowerCase() === name)) &&
      text.charCodeAt(skipSpaces(text, end)) === 62
    );
  };
}
