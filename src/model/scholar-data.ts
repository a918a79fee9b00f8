/** The numbers in a `gs_data.json`, read leniently: crawlers of several kinds write it, and people edit it. */

import { isArray, isHash, RubyFloat, type RubyHash, type Value } from '../ruby/values.ts';

/** A paper and its citations. */
export interface ScholarPaper {
  /** `USER:PAPER`. */
  readonly id: string;
  readonly title: string;
  readonly year: string | undefined;
  /** Undefined where the data does not say. */
  readonly citations: number | undefined;
  readonly url: string | undefined;
}

/** The numbers of a profile. */
export interface ScholarData {
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly citations: number | undefined;
  readonly citations5y: number | undefined;
  readonly hIndex: number | undefined;
  readonly hIndex5y: number | undefined;
  readonly i10Index: number | undefined;
  readonly i10Index5y: number | undefined;
  /** Oldest first, whatever the order of the file. */
  readonly perYear: readonly (readonly [year: number, citations: number])[];
  /** By id, in the order of the file. */
  readonly papers: ReadonlyMap<string, ScholarPaper>;
  /** As the file says it. */
  readonly updated: string | undefined;
}

/** Undefined for what is no such data: no hash, or one with neither a total nor publications. */
export function readScholarData(value: Value): ScholarData | undefined {
  if (!isHash(value)) return undefined;
  const publications = value.get('publications');
  const citations = count(value.get('citedby'));
  if (citations === undefined && !isHash(publications) && !isArray(publications)) return undefined;
  return {
    id: text(value.get('scholar_id')),
    name: text(value.get('name')),
    citations,
    citations5y: count(value.get('citedby5y')),
    hIndex: count(value.get('hindex')),
    hIndex5y: count(value.get('hindex5y')),
    i10Index: count(value.get('i10index')),
    i10Index5y: count(value.get('i10index5y')),
    perYear: readYears(value.get('cites_per_year')),
    papers: readPapers(publications),
    updated: text(value.get('updated')),
  };
}

function readYears(value: Value): readonly (readonly [number, number])[] {
  if (!isHash(value)) return [];
  const years: (readonly [number, number])[] = [];
  for (const [year, citations] of value) {
    const number = Number(year);
    const times = count(citations);
    if (Number.isInteger(number) && times !== undefined) years.push([number, times]);
  }
  return years.sort(([a], [b]) => a - b);
}

/** By id; a list of publications is read by the ids that they name themselves. */
function readPapers(value: Value): ReadonlyMap<string, ScholarPaper> {
  const papers = new Map<string, ScholarPaper>();
  const add = (id: Value, paper: Value): void => {
    if (typeof id !== 'string' || !isHash(paper)) return;
    const bib = paper.get('bib');
    const about: RubyHash = isHash(bib) ? bib : paper;
    const year = about.get('pub_year') ?? about.get('year');
    papers.set(id, {
      id,
      title: text(about.get('title')) ?? '',
      year: text(year) ?? count(year)?.toString(),
      citations: timesCited(paper.get('num_citations')),
      url: text(paper.get('citedby_url')),
    });
  };
  if (isHash(value)) for (const [id, paper] of value) add(id, paper);
  else if (isArray(value))
    for (const paper of value) if (isHash(paper)) add(paper.get('author_pub_id'), paper);
  return papers;
}

function text(value: Value): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A whole number in quotes: as it is, as a float's text, or with commas between the thousands, as the profile page may show it. */
const WHOLE = /^(?:\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(?:\.0+)?$/;

/**
 * A whole number that is not negative: also one in quotes, and a float without a fraction (`12.0`, `1e3`), as tables of
 * numbers and gaps come out of Python. All else says nothing: null, NaN, a fraction, a number below 0.
 */
function count(value: Value): number | undefined {
  const number = value instanceof RubyFloat ? value.value : typeof value === 'string' ? parse(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

function parse(text: string): number | undefined {
  const digits = text.trim();
  return WHOLE.test(digits) ? Number(digits.replaceAll(',', '')) : undefined;
}

/** Crawlers that ask other services than the profile page write null, or nothing in quotes, for a paper nobody cites. */
function timesCited(value: Value): number | undefined {
  return value === null || value === '' ? 0 : count(value);
}
