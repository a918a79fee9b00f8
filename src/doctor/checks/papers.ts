/** Ids of papers whose citation counts a page asks for, against the data that the site has. */

import { nearest } from '../../base/nearest.ts';
import { doctorMessages } from '../../diagnostics/catalogue/program/doctor.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import { JsonMistake, parseJson } from '../../files/json-text.ts';
import { readScholarData, type ScholarData } from '../../model/scholar-data.ts';
import type { Check, Patient } from '../patient.ts';

/** What the README of the theme shows, and most copies of the theme still ask for. */
const SAMPLE = 'DhtAFkwAAAAJ:ALROH1vI_8AC';
const DATA = 'google-scholar-stats/gs_data.json';

export const papers: Check = {
  name: 'papers',
  examine(patient, report) {
    const data = readData(patient);
    const { citations } = Object.fromEntries(patient.config.values);
    for (const page of patient.pages.values()) {
      for (const { attributes } of page.elements) {
        if (!/(?:^|\s)show_paper_citations(?:\s|$)/.test(attributes.get('class') ?? '')) continue;
        const id = attributes.get('data') ?? '';
        const place = patient.locate(page.from, [id === '' ? 'show_paper_citations' : id]);
        if (data?.papers.has(id) === true) continue;
        if (id === SAMPLE) report(diagnose(doctorMessages.samplePaper, { id }, { place }));
        // with `citations:` the build has told of it
        else if (id === '' || (data !== undefined && (citations ?? false) === false)) {
          const facts = { id, data: DATA, nearest: nearest(id, data?.papers.keys() ?? []) };
          report(diagnose(doctorMessages.unknownPaper, facts, { place }));
        }
      }
    }
  },
};

/** What can't be read is no data: the build tells of it where it needs it. */
function readData({ files }: Patient): ScholarData | undefined {
  const text = files.read(DATA);
  if (text === undefined) return undefined;
  try {
    return readScholarData(parseJson(text));
  } catch (error) {
    if (error instanceof JsonMistake) return undefined;
    throw error;
  }
}
