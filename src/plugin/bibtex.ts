/** The BibTeX engine, for plugins. */

export { bibtexMessages } from '../diagnostics/catalogue/engines/bibtex.ts';
export { scholarMessages } from '../diagnostics/catalogue/engines/scholar.ts';
export { inherit } from '../engines/bibtex/crossref.ts';
export type { BibEntry } from '../engines/bibtex/entry.ts';
export { decodeLatex } from '../engines/bibtex/latex.ts';
export { monthName, monthNumber } from '../engines/bibtex/months.ts';
export { displayForm, NAME_FIELDS, type Name, parseNames, sortForm } from '../engines/bibtex/names.ts';
export { parseBibtex } from '../engines/bibtex/parse-bibtex.ts';
export { printEntry, shortMonth } from '../engines/bibtex/print-entry.ts';
export { type EntryTest, parseQuery } from '../engines/bibtex/query.ts';
export { formatCitation, formatReference, type ReferenceStyle } from '../engines/bibtex/reference.ts';
