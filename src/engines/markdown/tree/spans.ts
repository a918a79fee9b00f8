/** The pass from blocks to spans: parses each block's text, applies attribute lists, joins blank lines. */

import { characterOf, entityCodePoint } from '../../../html/entities.ts';
import { nextSpecial } from '../span/next-special.ts';
import { parseSpans, type SpanChains, SpanState } from '../span/state.ts';
import { applyAttributes } from './apply-attributes.ts';
import type { Document } from './document.ts';
import { detail, type Element } from './element.ts';
import { Source } from './source.ts';

/** How the text of a header or term is computed for its id; undefined where the raw text stays. */
export type RawTextOf = ((element: Element) => string) | undefined;

/** Fills the tree below an element. */
export function parseTexts(doc: Document, chains: SpanChains, element: Element, rawTextOf: RawTextOf): void {
  const { children } = element;
  let lastBlank: Element | undefined;
  let kept: Element[] | undefined;
  for (let at = 0; at < children.length; at++) {
    const child = children[at]!;
    if (child.type === 'blank' && lastBlank === undefined) {
      lastBlank = child;
      kept?.push(child);
    } else if (child.type === 'blank' || child.type === 'eob') {
      kept ??= children.slice(0, at);
      if (child.type === 'eob') applyOwn(doc, child);
      else if (lastBlank !== undefined) lastBlank.value += child.value;
    } else if (child.type === 'raw_text') {
      lastBlank = undefined;
      const spans = parseText(doc, chains, child);
      if (kept === undefined && spans.length === 1) children[at] = spans[0]!;
      else {
        kept ??= children.slice(0, at);
        for (const span of spans) kept.push(span);
      }
    } else {
      lastBlank = undefined;
      finishBlock(doc, chains, child, rawTextOf);
      kept?.push(child);
    }
  }
  if (kept !== undefined) element.children = kept;
}

function applyOwn(doc: Document, element: Element): void {
  if (element.ial !== undefined) applyAttributes(element.attr(), element.ial, doc.attributeLists, doc.limits);
}

function finishBlock(doc: Document, chains: SpanChains, block: Element, rawTextOf: RawTextOf): void {
  if (block.children.length > 0) parseTexts(doc, chains, block, rawTextOf);
  applyOwn(doc, block);
  if (block.type === 'dt' || (block.type === 'header' && rawTextOf !== undefined))
    detail(block, { rawText: (rawTextOf ?? plainTextOf)(block) });
}

/** The spans of a text; a text in which nothing can start is its own. */
function parseText(doc: Document, chains: SpanChains, text: Element): readonly Element[] {
  const { value } = text;
  const special = nextSpecial(value, 0);
  if (special >= value.length) {
    text.type = 'text';
    return value === '' ? [] : [text];
  }
  const state = new SpanState(doc, chains, new Source(value, text.source, text.offset), text);
  state.addText(value.slice(0, special));
  state.pos = special;
  parseSpans(state, text);
  return text.children;
}

/** The text below an element, nothing else: kramdown's rule. */
export function plainTextOf(element: Element): string {
  let text = '';
  for (const child of element.children) text += child.type === 'text' ? child.value : plainTextOf(child);
  return text;
}

/** The text below an element with code, math, entities and quotes: GFM's rule. */
export function fullTextOf(element: Element): string {
  let text = '';
  for (const child of element.children) text += textOf(child);
  return text;
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
