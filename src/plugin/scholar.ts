/** What plugins need to read citation data and titles of papers. */

export { nearest } from '../base/nearest.ts';
export { citationMessages } from '../diagnostics/catalogue/site/citations.ts';
export { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
export { placeAt } from '../diagnostics/source-text.ts';
export { JsonMistake, parseJson } from '../files/json-text.ts';
export { titleIn } from '../model/paper-title.ts';
export { readScholarData, type ScholarData, type ScholarPaper } from '../model/scholar-data.ts';
