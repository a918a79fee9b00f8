/** Formats entries as references and citations, in HTML. Two styles, built in: no style files are read. */

import { apaCitation, apaLocator, apaReference } from './csl/apa.ts';
import { concat, join } from './csl/format.ts';
import { ieeeReference } from './csl/ieee.ts';
import { hide, toCslItem } from './csl/item.ts';
import type { BibEntry } from './entry.ts';
import { decodeLatex } from './latex.ts';

/** `apa`: author and year; `ieee`: numbers. */
export type ReferenceStyle = 'apa' | 'ieee';

/** How a reference is written. */
export interface ReferenceOptions {
  readonly style: ReferenceStyle;
  /** The number in the list, for `ieee`. */
  readonly number?: number | undefined;
  /** The reference begins with the editors, or the title. */
  readonly suppressAuthor?: boolean;
  /** Makes HTML of a field's LaTeX; as jekyll-scholar's filters do where it is not given. */
  readonly decode?: (text: string) => string;
}

/** The reference; fields that the entry lacks are left out with their punctuation. */
export function formatReference(entry: BibEntry, options: ReferenceOptions): string {
  return options.style === 'ieee'
    ? ieeeReference(entry, decoderOf(options), options)
    : apaReference(itemOf(entry, options));
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
  if (options.style === 'ieee')
    return items
      .map(({ number, locator, label }) => {
        const at = locator === undefined ? '' : `, ${apaLocator(locator, label)}`;
        return `[${number}${at}]`;
      })
      .join(', ');
  const parts = items.map(({ entry, locator, label }) =>
    apaCitation(itemOf(entry, options), locator === undefined ? '' : apaLocator(locator, label)),
  );
  return concat(`(${join('; ', ...parts)}`, ')');
}

function itemOf(entry: BibEntry, options: Omit<ReferenceOptions, 'number'>) {
  const item = toCslItem(entry, decoderOf(options));
  return options.suppressAuthor === true ? hide(item, 'author') : item;
}

function decoderOf({ decode }: Pick<ReferenceOptions, 'decode'>): (text: string) => string {
  return decode ?? ((text) => decodeLatex(text, { html: true }));
}
