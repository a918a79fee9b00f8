/** Public: the BibTeX engine. Reads `.bib` files, queries entries, writes references. Exported as `hastie/bibtex`, too. */

export { inheritFields } from '../../engines/bibtex/crossref.ts';
export { type CslSheet, type OpenedCsl, openCsl } from '../../engines/bibtex/csl-sheet.ts';
export {
  type BibBlock,
  type BibEntry,
  type Bibliography,
  type BibPiece,
  fieldOf,
} from '../../engines/bibtex/entry.ts';
export {
  applyFilters,
  DEFAULT_FILTERS,
  decodeLatex,
  type LatexOptions,
} from '../../engines/bibtex/latex.ts';
export { monthName, monthNumber } from '../../engines/bibtex/months.ts';
export {
  displayForm,
  NAME_FIELDS,
  type PersonName,
  parseNames,
  sortForm,
} from '../../engines/bibtex/names.ts';
export { type ParseOptions, parseBibtex } from '../../engines/bibtex/parse-bibtex.ts';
export { type PrintOptions, printEntry, printPieces, shortMonth } from '../../engines/bibtex/print-entry.ts';
export { type EntryTest, parseQuery } from '../../engines/bibtex/query.ts';
export {
  citationAffixes,
  formatCitation,
  formatReference,
  type ReferenceOptions,
  type ReferenceStyle,
  referenceWriter,
} from '../../engines/bibtex/reference.ts';
export { successor } from '../../ruby/successor.ts';
