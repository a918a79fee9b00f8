/** Formats entries as references and citations, in HTML: by a style that is built in, or by a style file. */

import { CslRenderer } from './citeproc/render.ts';
import { apaCitation, apaLocator, apaReference } from './csl/apa.ts';
import { concat, join } from './csl/format.ts';
import { IEEE_CSL } from './csl/ieee.ts';
import { hide, toCslItem } from './csl/item.ts';
import { type CslSheet, openCsl } from './csl-sheet.ts';
import type { BibEntry } from './entry.ts';
import { decodeLatex } from './latex.ts';

/** `apa`: author and year; `ieee`: numbers; or what a file says. */
export type ReferenceStyle = 'apa' | 'ieee' | CslSheet;

/** How a reference is written. */
export interface ReferenceOptions {
  readonly style: ReferenceStyle;
  /** The number in the list, for styles that print it. */
  readonly number?: number | undefined;
  /** The reference begins with the editors, or the title. */
  readonly suppressAuthor?: boolean;
  /** Makes HTML of a field's LaTeX; as jekyll-scholar's filters do where it is not given. */
  readonly decode?: (text: string) => string;
}

/** The reference; fields that the entry lacks are left out with their punctuation. */
export function formatReference(entry: BibEntry, options: ReferenceOptions): string {
  return referenceWriter(options)(entry, options.number);
}

/** Writes the references of one list, in order: a style can put a sign for the authors of the reference before. */
export function referenceWriter(
  options: Omit<ReferenceOptions, 'number'>,
): (entry: BibEntry, number?: number) => string {
  const { style } = options;
  if (style === 'apa') return (entry) => apaReference(itemOf(entry, options));
  const renderer = rendererOf(style);
  return (entry, number) => renderer.reference(itemOf(entry, options), number);
}

/** What stands for entries in running text: `(Knuth &amp; Plass, 1981, p. 5)`, `[3]`. */
export function formatCitation(
  items: readonly {
    readonly entry: BibEntry;
    readonly number: number;
    readonly locator?: string | undefined;
    /** What the locator counts: `page`, where it is not given, `chapter`, … */
    readonly label?: string | undefined;
  }[],
  options: Omit<ReferenceOptions, 'number'>,
): string {
  if (options.style !== 'apa')
    return rendererOf(options.style).citation(
      items.map(({ entry, ...cited }) => ({ ...cited, item: itemOf(entry, options) })),
    );
  const parts = items.map(({ entry, locator, label }) =>
    apaCitation(itemOf(entry, options), locator === undefined ? '' : apaLocator(locator, label)),
  );
  return concat(`(${join('; ', ...parts)}`, ')');
}

/** What a style puts around citations and between them. */
export function citationAffixes(style: ReferenceStyle): {
  readonly prefix: string;
  readonly suffix: string;
  readonly delimiter: string;
} {
  if (style === 'apa') return { prefix: '(', suffix: ')', delimiter: '; ' };
  const { attributes } = sheetOf(style).style.citation.layout;
  const [prefix = '', suffix = '', delimiter = ''] = ['prefix', 'suffix', 'delimiter'].map((name) =>
    attributes.get(name),
  );
  return { prefix, suffix, delimiter };
}

function rendererOf(style: Exclude<ReferenceStyle, 'apa'>): CslRenderer {
  const { style: parsed, locale } = sheetOf(style);
  return new CslRenderer(parsed, locale);
}

let ieee: CslSheet | undefined;

function sheetOf(style: Exclude<ReferenceStyle, 'apa'>): CslSheet {
  if (style !== 'ieee') return style;
  if (ieee === undefined) {
    const opened = openCsl(IEEE_CSL);
    if (!('sheet' in opened)) throw new Error('the built-in style is broken');
    ieee = opened.sheet;
  }
  return ieee;
}

function itemOf(entry: BibEntry, options: Omit<ReferenceOptions, 'number'>) {
  const item = toCslItem(entry, decoderOf(options));
  return options.suppressAuthor === true ? hide(item, 'author') : item;
}

function decoderOf({ decode }: Pick<ReferenceOptions, 'decode'>): (text: string) => string {
  return decode ?? ((text) => decodeLatex(text, { html: true }));
}
