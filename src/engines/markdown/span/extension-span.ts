/** Braces within text: extensions (`{::comment}…{:/}`) and attribute lists for the span before them. */

import { markdownMessages } from '../../../diagnostics/catalogue/engines/markdown.ts';
import { applyAttributes, createAttributeList, mergeAttributeLists } from '../tree/apply-attributes.ts';
import { closingBrace, newAttributeList } from '../tree/attribute-list.ts';
import { type ExtensionTag, findStop, handleExtension, readExtensionTag } from '../tree/extension.ts';
import type { SpanState } from './state.ts';

export function extensionSpan(state: SpanState): boolean {
  const { text, pos } = state;
  if (text.charCodeAt(pos) !== 123 || text.charCodeAt(pos + 1) !== 58) return false;
  const tag = readExtensionTag(state.source, pos, false);
  if (tag === undefined ? takeAttributeList(state) : takeExtension(state, tag)) return true;
  state.addText('{');
  state.pos = pos + 1;
  return true;
}

function takeExtension(state: SpanState, tag: ExtensionTag): boolean {
  const { doc, source, pos } = state;
  if (tag.stop) {
    doc.warn(markdownMessages.strayExtensionStop, { name: tag.name }, source, pos);
    return false;
  }
  const options = newAttributeList(tag.attributes, doc, source, pos).attributes;
  let { end } = tag;
  let body: string | undefined;
  if (!tag.closed) {
    const stop = findStop(source, tag.name, tag.end, 'span');
    if (stop === undefined) {
      doc.warn(markdownMessages.openExtension, { name: tag.name }, source, pos);
      return false;
    }
    body = state.text.slice(tag.end, stop.start);
    end = stop.end;
  }
  const extension = { name: tag.name, options, body, category: 'span' as const };
  if (!handleExtension(extension, state.tree, doc, source, pos)) return false;
  state.pos = end;
  return true;
}

function takeAttributeList(state: SpanState): boolean {
  const { doc, source, text, pos } = state;
  const brace = closingBrace(source, pos + 2);
  if (brace < 0) return false;
  const last = state.tree.last();
  if (last === undefined || last.type === 'text') {
    doc.warn(markdownMessages.lonelyAttributeList, {}, source, pos);
    return false;
  }
  const list = newAttributeList(text.slice(pos + 2, brace), doc, source, pos);
  // A link shares the list of its definition, so what is said here is said to all links of that definition from now on.
  last.ial ??= createAttributeList();
  mergeAttributeLists(last.ial, list);
  applyAttributes(last.attr(), list, doc.attributeLists, doc.limits);
  state.pos = brace + 1;
  return true;
}
