/** What a .bib file holds, as data. */

import type { Place } from '../../diagnostics/diagnostic.ts';

/** `@article{key, title = {…}}`. Values are LaTeX, as they are written: `decodeLatex` makes text of them. */
export interface BibEntry {
  /** In lower case: `inproceedings`. */
  readonly type: string;
  readonly key: string;
  /** By name in lower case, in the order of the file; strings put in, the outermost braces or quotes taken off. */
  readonly fields: ReadonlyMap<string, string>;
  /** Where its `@` is. */
  readonly place: Place;
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
