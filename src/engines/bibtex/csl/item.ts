/** An entry as the variables of CSL, as bibtex-ruby 6.1 converts entries for citeproc-ruby. */

import type { BibEntry } from '../entry.ts';
import { MONTHS, monthNumber } from '../months.ts';
import { NAME_FIELDS, type PersonName, parseNames } from '../names.ts';

/** A date: its parts, or a text where the year is not a number (`in press`). */
export interface CslDate {
  readonly literal?: string;
  readonly year?: string;
  /** 1 to 12. */
  readonly month?: number | undefined;
  readonly day?: number | undefined;
}

const VARIABLES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    isbn: 'ISBN',
    booktitle: 'container-title',
    journal: 'container-title',
    journaltitle: 'container-title',
    series: 'collection-title',
    address: 'publisher-place',
    pages: 'page',
    number: 'issue',
    url: 'URL',
    doi: 'DOI',
    type: 'genre',
    school: 'publisher',
    institution: 'publisher',
    organization: 'publisher',
    howpublished: 'publisher',
    urldate: 'accessed',
    pmid: 'PMID',
    pmcid: 'PMCID',
  }),
);

const TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    booklet: 'pamphlet',
    conference: 'paper-conference',
    inbook: 'chapter',
    incollection: 'chapter',
    inproceedings: 'paper-conference',
    manual: 'book',
    mastersthesis: 'thesis',
    phdthesis: 'thesis',
    proceedings: 'book',
    techreport: 'report',
    unpublished: 'manuscript',
    article: 'article-journal',
  }),
);

const GENRES: ReadonlyMap<string, string> = new Map([
  ['mastersthesis', "Master's thesis"],
  ['phdthesis', 'PhD thesis'],
]);
const DATES: ReadonlySet<string> = new Set(['year', 'month', 'day', 'date']);

export interface CslItem {
  readonly type: string;
  readonly variables: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, readonly PersonName[]>;
  readonly issued: CslDate | undefined;
  readonly accessed: CslDate | undefined;
  /** Variables that are not printed any more: they stand in place of the author. Conditions still see them. */
  readonly hidden: ReadonlySet<string>;
}

/** `decode`: makes text of a field's LaTeX. */
export function toCslItem(entry: BibEntry, decode: (text: string) => string): CslItem {
  const variables = new Map<string, string>();
  const people = new Map<string, readonly PersonName[]>();
  for (const [name, raw] of [...entry.fields, ...(entry.inherited ?? [])]) {
    if (DATES.has(name)) continue;
    if (NAME_FIELDS.has(name))
      people.set(
        name,
        parseNames(raw).map((person) => decodeName(person, decode)),
      );
    else addVariable(variables, name, decode(raw));
  }
  addByType(entry, variables, decode);
  const accessed = variables.get('accessed');
  return {
    type: TYPES.get(entry.type) ?? entry.type,
    variables,
    people,
    issued: issuedOf(entry, decode),
    accessed: accessed === undefined ? undefined : parseDate(accessed),
    hidden: new Set(),
  };
}

/** The first field that becomes a variable has it; an address in `howpublished` is the entry's. */
function addVariable(variables: Map<string, string>, name: string, text: string): void {
  if (name === 'howpublished' && text.includes('url')) {
    const address = /url\{?([^}]*)/.exec(text)?.[1];
    if (address !== undefined) variables.set('URL', address);
    return;
  }
  const variable = VARIABLES.get(name) ?? name;
  variables.set(variables.has(variable) ? name : variable, text);
}

function addByType(entry: BibEntry, variables: Map<string, string>, decode: (text: string) => string): void {
  const { type, fields } = entry;
  if (/^(?:conference|proceedings|inproceedings)$/.test(type)) {
    const [organization, publisher, address] = ['organization', 'publisher', 'address'].map((name) =>
      fields.get(name),
    );
    if (organization !== undefined && publisher !== undefined) {
      variables.set('authority', decode(organization));
      variables.set('publisher', decode(publisher));
    }
    if (address !== undefined) variables.set('event-place', decode(address));
  }
  const number = fields.get('number');
  if (/^(?:tech)?report$/.test(type) && number !== undefined) variables.set('number', decode(number));
  const genre = GENRES.get(type);
  if (genre !== undefined && !variables.has('genre')) variables.set('genre', genre);
}

function issuedOf({ fields }: BibEntry, decode: (text: string) => string): CslDate | undefined {
  const date = fields.get('date');
  if (date !== undefined) return parseDate(decode(date).split('/')[0] ?? '');
  const year = decode(fields.get('year') ?? '').trim();
  if (year === '') return undefined;
  if (!/^\d+$/.test(year)) return { literal: year };
  const written = fields.get('month') ?? '';
  const month = /^\s*(?:\d\d?\s*$|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(written)
    ? monthNumber(written)
    : undefined;
  const day = /^\d+/.exec(fields.get('day') ?? '')?.[0];
  return { year: String(Number(year)), month, day: day === undefined ? undefined : Number(day) };
}

function parseDate(text: string): CslDate | undefined {
  const found = /^\s*(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?\s*$/.exec(text);
  if (found === null) return text.trim() === '' ? undefined : { literal: text };
  const [, year = '', month, day] = found;
  const number = month === undefined ? undefined : Number(month);
  return {
    year,
    month: number !== undefined && number >= 1 && number <= MONTHS.size ? number : undefined,
    day: day === undefined ? undefined : Number(day),
  };
}

function decodeName(
  { first, prefix, last, suffix }: PersonName,
  decode: (text: string) => string,
): PersonName {
  return { first: decode(first), prefix: decode(prefix), last: decode(last), suffix: decode(suffix) };
}

/** The item without these variables for all that is printed from here on. */
export function hide(item: CslItem, ...names: readonly string[]): CslItem {
  return { ...item, hidden: new Set([...item.hidden, ...names]) };
}

/** Whether the item has one of the variables; hidden ones count. */
export function hasAny({ variables, people }: CslItem, ...names: readonly string[]): boolean {
  return names.some((name) => (variables.get(name) ?? '') !== '' || (people.get(name) ?? []).length > 0);
}

/** A variable's text; empty where there is none, or it is hidden. */
export function textOf({ variables, hidden }: CslItem, name: string): string {
  return hidden.has(name) ? '' : (variables.get(name) ?? '');
}

export function peopleOf({ people, hidden }: CslItem, role: string): readonly PersonName[] {
  return hidden.has(role) ? [] : (people.get(role) ?? []);
}
