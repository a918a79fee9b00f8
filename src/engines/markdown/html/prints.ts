/** The table of all element types and how each prints. */

import { printBlock, printHeader, printHorizontalRule, printIndented, printParagraph } from './blocks.ts';
import { printCodeblock, printCodespan } from './code.ts';
import { printFootnoteMarker } from './footnotes.ts';
import { printComment, printHtmlElement, printMarkup, printRaw } from './html-elements.ts';
import { printItem, printList, printTerm } from './lists.ts';
import { printMath } from './math.ts';
import type { Prints } from './printer.ts';
import {
  printAbbreviation,
  printEntity,
  printImage,
  printLineBreak,
  printSmartQuote,
  printSpan,
  printSymbol,
  printText,
} from './spans.ts';
import { printCell } from './table.ts';

const nothing = (): string => '';

export const prints: Prints = {
  root: (element, indent, printer) => printer.inner(element, indent),
  blank: () => '\n',
  p: printParagraph,
  header: printHeader,
  blockquote: printIndented,
  codeblock: printCodeblock,
  ul: printList,
  ol: printList,
  li: printItem,
  dl: printIndented,
  dt: printTerm,
  dd: printItem,
  hr: printHorizontalRule,
  table: printIndented,
  thead: printIndented,
  tbody: printIndented,
  tfoot: printIndented,
  tr: printIndented,
  td: printCell,
  th: printBlock,
  eob: nothing,
  html_element: printHtmlElement,
  xml_comment: printMarkup,
  xml_pi: printMarkup,
  comment: printComment,
  raw: printRaw,
  math: printMath,
  footnote_def: nothing,
  raw_text: nothing,
  text: printText,
  a: printSpan,
  img: printImage,
  br: printLineBreak,
  em: printSpan,
  strong: printSpan,
  codespan: printCodespan,
  footnote: printFootnoteMarker,
  entity: printEntity,
  smart_quote: printSmartQuote,
  typographic_sym: printSymbol,
  abbreviation: printAbbreviation,
};
