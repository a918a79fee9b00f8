/** Prints a whole document: its blocks, then the footnotes and the table of contents in their places. */

import type { Highlighter } from '../../base/highlighter.ts';
import type { Document } from '../tree/document.ts';
import { printFootnotes } from './footnotes.ts';
import { FOOTNOTE_PLACE, fillPlace, TOC_PLACE } from './placeholders.ts';
import { INDENT, Printer } from './printer.ts';
import { prints } from './prints.ts';
import { printToc } from './toc.ts';

export function printDocument(doc: Document, highlighter: Highlighter | undefined): string {
  const printer = new Printer(doc, prints, highlighter);
  let html = printer.print(doc.root, -INDENT);
  const inPlace = printer.hasFootnotePlace;
  const footnotes = printFootnotes(printer);
  html = inPlace
    ? fillPlace(html, FOOTNOTE_PLACE, footnotes)
    : html + fillPlace(footnotes, FOOTNOTE_PLACE, '');
  return printer.tocPlace === undefined ? html : fillPlace(html, TOC_PLACE, printToc(printer));
}
