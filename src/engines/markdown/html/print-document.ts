/** Prints a whole document: its blocks, then the footnotes and the table of contents in their places. */

import type { Highlighter } from '../../../ports/highlighter.ts';
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
  // Also where there is no place for it: the search puts the text, which V8 holds as a tree of thousands of pieces, in one
  // piece, and the pieces need not be kept as long as the page.
  return fillPlace(html, TOC_PLACE, printToc(printer));
}
