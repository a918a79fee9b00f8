/** What a .bib file holds, as data. */

import type { Place } from '../../diagnostics/diagnostic.ts';

/** `@article{key, title = {…}}`. Values are LaTeX, as they are written: `decodeLatex` makes text of them. */
export interface BibEntry {
  /** In lower case: `inproceedings`. */
  readonly type: string;
  readonly key: string;
  /** By name in lower case, in the order of the file; strings put in, the outermost braces or quotes taken off. */
  readonly fields: ReadonlyMap<string, string>;
  /** What it has from the entry that its `crossref` names, where someone has looked that up. */
  readonly inherited?: ReadonlyMap<string, string>;
  /** Fields that are printed as they stand here, without braces: `acm # " Transactions"`. */
  readonly bare?: ReadonlyMap<string, string>;
  /** The pieces of fields that are written with `#`, or as the name of a string. */
  readonly pieces?: ReadonlyMap<string, readonly BibPiece[]>;
  /** Where its `@` is. */
  readonly place: Place;
}

/** `{text}`, `"text"` or a number; or a name, with what it stands for where a string of that name is defined. */
export interface BibPiece {
  readonly written: string;
  readonly isName: boolean;
  readonly value: string | undefined;
}

/** A field's text, its own or inherited. */
export function fieldOf(entry: Pick<BibEntry, 'fields' | 'inherited'>, name: string): string | undefined {
  return entry.fields.get(name) ?? entry.inherited?.get(name);
}

/** Where an entry, a comment, a preamble or a string is in its file. */
export interface BibBlock {
  readonly start: number;
  readonly end: number;
  /** Absent for what is no entry, and for a broken one. */
  readonly entry?: BibEntry;
}

/** A file's entries and what it defines. */
export interface Bibliography {
  /** In the order of the file; keys may come twice, which is reported. */
  readonly entries: readonly BibEntry[];
  /** What `@string` defines, by name in lower case. */
  readonly strings: ReadonlyMap<string, string>;
  /** Everything that begins with `@`, in order; between them is text. */
  readonly blocks: readonly BibBlock[];
}
