/** The paper that a page is about: an entry's own page, or a document that says so in its front matter. */

import { displayForm, parseNames } from '../../plugin/api/bibtex.ts';
import type { DocumentView, SiteView } from '../../plugin/api/plugin.ts';
import { elements, isTruthy, RubyDate, RubyTime, read, type Value } from '../../plugin/api/values.ts';

export interface Paper {
  readonly title: string;
  /** `Donald E. Knuth`. */
  readonly authors: readonly string[];
  /** `2024`, `2024/06` or `2024/06/19`. */
  readonly date: string;
  readonly journal: string;
  readonly conference: string;
  readonly publisher: string;
  readonly volume: string;
  readonly issue: string;
  readonly firstPage: string;
  readonly lastPage: string;
  readonly doi: string;
  readonly arxiv: string;
  /** Absolute. */
  readonly pdf: string;
  /** Absolute: the page. */
  readonly url: string;
}

/** Undefined for a page that is about no paper: it has neither an entry nor, among publications, a venue or paper. */
export function paperOf(page: DocumentView, site: SiteView): Paper | undefined {
  const entry = page.get('entry');
  const isEntry = isTruthy(read(entry, 'bibtex'));
  const isPublication =
    page.collection === 'publications' ||
    ['citation_title', 'doi', 'paperurl'].some((name) => isTruthy(page.get(name)));
  if (!isEntry && !isPublication) return undefined;
  const field = (...names: readonly string[]): string => {
    for (const name of names) {
      const value = isEntry ? read(entry, name) : page.get(name);
      if (isTruthy(value) && !Array.isArray(value)) return plain(site.print(value));
    }
    return '';
  };
  const title = field('citation_title', 'title');
  if (title === '') return undefined;
  const type = isEntry ? field('type') : '';
  const venue = field('journal', 'journaltitle', 'venue');
  const conference = field('booktitle', 'conference');
  const [firstPage = '', lastPage = ''] = field('pages').split(/\s*[-–—]+\s*/);
  const pdf = field('pdf', 'paperurl');
  const absolute = (path: string): string =>
    path === '' ? '' : site.print(site.filter('absolute_url', path));
  return {
    title,
    authors: isEntry ? authorsOfEntry(entry) : authorsOf(page.get('authors') ?? page.get('author'), site),
    date: isEntry ? dateOfEntry(entry, site) : dateOf(page.get('date') ?? page.date),
    journal: type === 'inproceedings' || conference !== '' ? '' : venue,
    conference,
    publisher: field('publisher', 'school', 'institution'),
    volume: field('volume'),
    issue: field('number', 'issue'),
    firstPage,
    lastPage,
    doi: field('doi').replace(/^https?:\/\/(?:dx\.)?doi\.org\//, ''),
    arxiv: field('arxiv'),
    pdf: absolute(pdf !== '' && !pdf.includes('/') ? `/assets/pdf/${pdf}` : pdf),
    url: absolute(page.url),
  };
}

function authorsOfEntry(entry: Value): readonly string[] {
  return elements(read(entry, 'author_array')).map((person) =>
    plain(
      ['first', 'prefix', 'last', 'suffix']
        .map((part) => read(person, part))
        .filter(isTruthy)
        .map(String)
        .join(' '),
    ),
  );
}

/** A list of names, or one text with `and` or commas between. */
function authorsOf(value: Value, site: SiteView): readonly string[] {
  if (Array.isArray(value))
    return elements(value).map((person) => plain(site.print(read(person, 'name') ?? person)));
  if (!isTruthy(value)) return [];
  const text = plain(site.print(value));
  const names = /\sand\s/.test(text) ? text.split(/,?\s+and\s+|,\s*/) : text.split(/,\s*/);
  return names.flatMap((name) => parseNames(name).map(displayForm));
}

function dateOfEntry(entry: Value, site: SiteView): string {
  const year = /\d{4}/.exec(site.print(read(entry, 'year') ?? read(entry, 'date') ?? ''))?.[0] ?? '';
  const month = read(entry, 'month_numeric');
  return year === '' || !isTruthy(month) ? year : `${year}/${site.print(month).padStart(2, '0')}`;
}

function dateOf(value: Value): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  if (value instanceof RubyDate) return `${value.year}/${two(value.month)}/${two(value.day)}`;
  if (!(value instanceof RubyTime)) return /\d{4}/.exec(String(value ?? ''))?.[0] ?? '';
  return new Date(value.epochMs + value.offset * 1000).toISOString().slice(0, 10).replaceAll('-', '/');
}

function plain(text: string): string {
  return text
    .replace(/<[^<>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
