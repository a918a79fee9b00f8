/** What plugins need to read citation data and titles of papers. */

export { citationMessages } from '../base/catalogue/citations.ts';
export { type Diagnostic, diagnose } from '../base/diagnostic.ts';
export { JsonMistake, parseJson } from '../base/json-text.ts';
export { nearest } from '../base/nearest.ts';
export { placeAt } from '../base/source-text.ts';
export { titleIn } from '../model/paper-title.ts';
export { readScholarData, type ScholarData, type ScholarPaper } from '../model/scholar-data.ts';
