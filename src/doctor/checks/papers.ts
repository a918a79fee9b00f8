/** Ids of papers whose citation counts a page asks for, against the data that the site has. */

import { nearest } from '../../base/nearest.ts';
import { doctorMessages } from '../../diagnostics/catalogue/program/doctor.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import { JsonMistake, parseJson } from '../../files/json-text.ts';
import { readScholarData, type ScholarData } from '../../model/scholar-data.ts';
import type { Check, CheckedSite, Report } from '../checked-site.ts';
import type { Page } from '../page.ts';

/** What the README of the theme shows, and most copies of the theme still have. */
const SAMPLE = 'DhtAFkwAAAAJ:ALROH1vI_8AC';
const DATA = 'google-scholar-stats/gs_data.json';

export const papers: Check = {
  name: 'papers',
  examine(site, report) {
    const data = readData(site);
    for (const page of site.pages.values()) {
      for (const id of idsOn(page)) {
        if (data?.papers.has(id) !== true) reportUnknown(site, page, id, data, report);
      }
    }
  },
};

/** The ids whose counts the page shows; empty for a mark without one. */
function idsOn({ elements }: Page): readonly string[] {
  return elements
    .filter(({ attributes }) => /(?:^|\s)show_paper_citations(?:\s|$)/.test(attributes.get('class') ?? ''))
    .map(({ attributes }) => attributes.get('data') ?? '');
}

function reportUnknown(
  { config, locate }: CheckedSite,
  page: Page,
  id: string,
  data: ScholarData | undefined,
  report: Report,
): void {
  const place = locate(page.from, [id === '' ? 'show_paper_citations' : id]);
  if (id === SAMPLE) {
    report(diagnose(doctorMessages.samplePaper, { id }, { place }));
    return;
  }
  // with `citations:` the build reports it
  const isBuilds = config.settings.citations.isOn;
  if (id !== '' && (data === undefined || isBuilds)) return;
  const facts = { id, data: DATA, nearest: nearest(id, data?.papers.keys() ?? []) };
  report(diagnose(doctorMessages.unknownPaper, facts, { place }));
}

/** Undefined for what can't be read: the build reports it where it needs it. */
function readData({ files }: CheckedSite): ScholarData | undefined {
  const text = files.read(DATA);
  if (text === undefined) return undefined;
  try {
    return readScholarData(parseJson(text));
  } catch (error) {
    if (error instanceof JsonMistake) return undefined;
    throw error;
  }
}
