/** Public: citation data (`gs_data.json`) and titles of papers. Exported as `hastie/scholar`, too. */

export { JsonMistake, parseJson } from '../../files/json-text.ts';
export { titleIn } from '../../model/paper-title.ts';
export { readScholarData, type ScholarData, type ScholarPaper } from '../../model/scholar-data.ts';
