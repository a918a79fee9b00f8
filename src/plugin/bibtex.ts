/** The BibTeX engine, for plugins. */

export { bibtexMessages } from '../base/catalogue/bibtex.ts';
export { scholarMessages } from '../base/catalogue/scholar.ts';
export { inherit } from '../bibtex/crossref.ts';
export type { BibEntry } from '../bibtex/entry.ts';
export { decodeLatex } from '../bibtex/latex.ts';
export { monthName, monthNumber } from '../bibtex/months.ts';
export { displayForm, NAME_FIELDS, type Name, parseNames, sortForm } from '../bibtex/names.ts';
export { parseBibtex } from '../bibtex/parse-bibtex.ts';
export { printEntry, shortMonth } from '../bibtex/print-entry.ts';
export { type EntryTest, parseQuery } from '../bibtex/query.ts';
export { formatCitation, formatReference, type ReferenceStyle } from '../bibtex/reference.ts';
