/** Text, links, emphasis, and the characters that stand for others. */

import { entityCodePoint } from '../../../html/entities.ts';
import type { Print } from './printer.ts';
import { attributes, entityText, escapeTextBesideReferences, spanTag } from './serialise.ts';

const CJK_LINE_BREAK =
  /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])\n(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu;

export const printText: Print = (element, _indent, printer) => {
  const text = escapeTextBesideReferences(element.value);
  return printer.options.remove_line_breaks_for_cjk ? text.replace(CJK_LINE_BREAK, '$1') : text;
};

export const printSpan: Print = (element, indent, printer) =>
  spanTag(element.type, element.attributes, printer.inner(element, indent));

export const printImage: Print = (element) => `<img${attributes(element.attributes)} />`;

export const printLineBreak: Print = () => '<br />';

export const printEntity: Print = (element, _indent, printer) =>
  entityText(element.details.codePoint ?? 38, printer.options.entity_output, element.details.original);

const quoteOrder = ['lsquo', 'rsquo', 'ldquo', 'rdquo'];

export const printSmartQuote: Print = (element, _indent, printer) => {
  const name = printer.options.smart_quotes[quoteOrder.indexOf(element.value)] ?? element.value;
  const codePoint = /^\d+$/.test(name) ? Number(name) : (entityCodePoint(name) ?? 0xfffd);
  return entityText(codePoint, printer.options.entity_output);
};

/** Code points of the symbols. */
const symbols: Readonly<Record<string, readonly number[]>> = {
  mdash: [0x2014],
  ndash: [0x2013],
  hellip: [0x2026],
  laquo_space: [0xab, 0xa0],
  raquo_space: [0xa0, 0xbb],
  laquo: [0xab],
  raquo: [0xbb],
};

export const printSymbol: Print = (element, _indent, printer) => {
  const own = printer.options.typographic_symbols.get(element.value);
  if (own !== undefined) return escapeTextBesideReferences(own);
  return (symbols[element.value] ?? [])
    .map((codePoint) => entityText(codePoint, printer.options.entity_output))
    .join('');
};

export const printAbbreviation: Print = (element, _indent, printer) => {
  const definition = printer.doc.abbreviations.get(element.value);
  const list = new Map(definition?.mark.attributes);
  if (definition !== undefined && definition.title !== '') list.set('title', definition.title);
  return spanTag('abbr', list, element.value);
};
