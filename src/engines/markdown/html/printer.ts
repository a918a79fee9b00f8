/** Prints a tree as HTML: one function for each element type, and what they need to know of each other. */

import type { Highlighter } from '../../../ports/highlighter.ts';
import type { Document } from '../tree/document.ts';
import type { Attributes, Element, ElementType } from '../tree/element.ts';
import type { Options } from '../tree/options.ts';

/** Prints one element; `indent` is the number of spaces before a block's tag. */
export type Print = (element: Element, indent: number, printer: Printer) => string;

export type Prints = Readonly<Record<ElementType, Print>>;

/** A header that goes into the table of contents. */
export interface TocEntry {
  readonly level: number;
  readonly id: string;
  readonly children: readonly Element[];
}

export interface PrintedFootnote {
  readonly name: string;
  readonly number: number;
  readonly content: Element;
  /** How often it has been referred to again. */
  repeats: number;
}

/** The spaces that a level of nesting adds. */
export const INDENT = 2;

export class Printer {
  readonly doc: Document;
  readonly options: Options;
  readonly highlighter: Highlighter | undefined;
  /** The elements that are being printed, outermost first. */
  readonly stack: Element[] = [];
  readonly toc: TocEntry[] = [];
  readonly footnotes = new Map<string, PrintedFootnote>();
  readonly usedIds = new Map<string, number>();
  /** The list that is replaced by the table of contents, once it was seen. */
  tocPlace: { readonly type: 'ul' | 'ol'; readonly attributes: Attributes | undefined } | undefined;
  hasFootnotePlace = false;
  private readonly prints: Prints;
  private row: Element | undefined;
  private column = 0;

  constructor(doc: Document, prints: Prints, highlighter: Highlighter | undefined) {
    this.doc = doc;
    this.options = doc.options;
    this.prints = prints;
    this.highlighter = highlighter;
  }

  print(element: Element, indent: number): string {
    return this.prints[element.type](element, indent, this);
  }

  /** What is within an element. */
  inner(element: Element, indent: number): string {
    let printed = '';
    this.stack.push(element);
    const { children } = element;
    for (let n = 0; n < children.length; n++) printed += this.print(children[n]!, indent + INDENT);
    this.stack.pop();
    return printed;
  }

  /** The column of a cell in the row that is being printed. */
  cell(row: Element | undefined, cell: Element): number {
    if (this.row !== row) {
      this.row = row;
      this.column = 0;
    }
    const column = row?.children.indexOf(cell, this.column) ?? -1;
    this.column = Math.max(0, column);
    return column;
  }

  /** The element around the one that is being printed. */
  get parent(): Element | undefined {
    return this.stack[this.stack.length - 1];
  }
}
