/** The pass from blocks to spans: parses each block's text, applies attribute lists, joins blank lines. */

import { characterOf, entityCodePoint } from '../html/entities.ts';
import { parseSpans, SpanState } from '../span/state.ts';
import { applyAttributes } from './apply-attributes.ts';
import type { Document } from './document.ts';
import { detail, type Element } from './element.ts';
import { Source } from './source.ts';

/** How the text of a header or term is told for its id; undefined where the raw text stays. */
export type RawTextOf = ((element: Element) => string) | undefined;

/** Fills the tree below an element; `source` is the text that its blocks were cut from. */
export function parseTexts(doc: Document, element: Element, source: Source, rawTextOf: RawTextOf): void {
  const children: Element[] = [];
  let lastBlank: Element | undefined;
  for (const child of element.children) {
    if (child.type === 'blank') {
      if (lastBlank === undefined) {
        lastBlank = child;
        children.push(child);
      } else lastBlank.value += child.value;
      continue;
    }
    if (child.type === 'eob') {
      if (child.ial !== undefined) applyAttributes(child.attr(), child.ial, doc.attributeLists, doc.limits);
      continue;
    }
    lastBlank = undefined;
    if (child.type === 'raw_text') {
      const state = new SpanState(doc, new Source(child.value, source, child.offset), child);
      parseSpans(state, child);
      for (const span of child.children) children.push(span);
      continue;
    }
    if (child.children.length > 0) parseTexts(doc, child, source, rawTextOf);
    if (child.ial !== undefined) applyAttributes(child.attr(), child.ial, doc.attributeLists, doc.limits);
    if (child.type === 'dt' || (child.type === 'header' && rawTextOf !== undefined))
      detail(child, { rawText: (rawTextOf ?? plainTextOf)(child) });
    children.push(child);
  }
  element.children = children;
}

/** The text below an element, nothing else: kramdown's rule. */
export function plainTextOf(element: Element): string {
  return element.children.map((child) => (child.type === 'text' ? child.value : plainTextOf(child))).join('');
}

/** The text below an element with code, math, entities and quotes: GFM's rule. */
export function fullTextOf(element: Element): string {
  return element.children.map(textOf).join('');
}

function textOf(element: Element): string {
  switch (element.type) {
    case 'text':
    case 'codespan':
    case 'math':
      return element.value;
    case 'entity':
      return characterOf(element.details.codePoint ?? 38) ?? '';
    case 'smart_quote':
    case 'typographic_sym':
      return symbolText(element.value);
    default:
      return fullTextOf(element);
  }
}

function symbolText(name: string): string {
  if (name === 'laquo_space') return '«\u00a0';
  if (name === 'raquo_space') return '\u00a0»';
  return characterOf(entityCodePoint(name) ?? 0) ?? '';
}
