/** Formats an entry as a line of a list of references, in HTML. Two styles, built in: no style files are read. */

import type { BibEntry } from './entry.ts';
import { decodeLatex } from './latex.ts';
import { monthName, monthNumber } from './months.ts';
import { type PersonName, parseNames } from './names.ts';

/** `apa`: author and year; `ieee`: numbers. */
export type ReferenceStyle = 'apa' | 'ieee';

/** How a reference is written. */
export interface ReferenceOptions {
  readonly style: ReferenceStyle;
  /** The number in the list, for `ieee`. */
  readonly number?: number | undefined;
  readonly suppressAuthor?: boolean;
}

/** The reference; fields that the entry lacks are left out with their punctuation. */
export function formatReference(entry: BibEntry, options: ReferenceOptions): string {
  const text = fieldReader(entry);
  return options.style === 'ieee' ? formatIeee(entry, text, options) : formatApa(entry, text, options);
}

type FieldReader = (...names: readonly string[]) => string;

/** The first of the fields that has a value, as HTML. */
function fieldReader(entry: BibEntry): FieldReader {
  return (...names) => {
    for (const name of names) {
      const value = entry.fields.get(name);
      if (value === undefined || value.trim() === '') continue;
      return /^(?:url|doi|eprint)$/.test(name)
        ? plainAddress(value)
        : decodeLatex(value, { html: true }).trim();
    }
    return '';
  };
}

function plainAddress(value: string): string {
  return value
    .trim()
    .replace(/\\([_%&#~$])/g, '$1')
    .replace(/[{}]/g, '');
}

function formatApa(entry: BibEntry, text: FieldReader, { suppressAuthor }: ReferenceOptions): string {
  const authors = namesOf(entry, 'author');
  const editors = namesOf(entry, 'editor');
  const people =
    authors.length > 0
      ? apaNames(authors)
      : editors.length > 0
        ? `${apaNames(editors)} (${editors.length > 1 ? 'Eds.' : 'Ed.'})`
        : '';
  const year = yearOf(text) || 'n.d.';
  const month = monthNumber(text('month'));
  const title = text('title');
  const dated =
    entry.type === 'misc' && month !== undefined && text('year') !== ''
      ? `${year}, ${monthName(month)}`
      : year;
  const head =
    people === '' || suppressAuthor === true
      ? sentence(people === '' ? `${italicTitle(entry) ? italic(title) : title} (${dated})` : `(${dated})`)
      : sentence(`${people} (${dated})`);
  const rest = people === '' ? [] : [sentence(apaTitle(entry, text))];
  return [head, ...rest, ...apaSource(entry, text, editors), link(text)].filter(Boolean).join(' ');
}

function apaTitle(entry: BibEntry, text: FieldReader): string {
  const title = italicTitle(entry) ? italic(text('title')) : text('title');
  if (/thesis$/.test(entry.type))
    return `${title} [${text('type') || (entry.type === 'mastersthesis' ? "Master's thesis" : 'PhD thesis')}]`;
  const number = text('number');
  if (/report$/.test(entry.type) && number !== '') return `${title} (No. ${number})`;
  const edition = text('edition');
  return entry.type === 'book' && edition !== '' ? `${title} (${edition} ed.)` : title;
}

function apaSource(entry: BibEntry, text: FieldReader, editors: readonly PersonName[]): string[] {
  const pages = pagesOf(text);
  if (entry.type === 'article') {
    const issue = text('number', 'issue');
    const volume = `${italic(text('volume'))}${issue === '' ? '' : `(${issue})`}`;
    return [sentence(join(', ', italic(text('journal', 'journaltitle')), volume, pages))];
  }
  const book = text('booktitle');
  if (book !== '') {
    const by =
      editors.length === 0
        ? ''
        : `${editors.map(apaEditor).join(editors.length > 2 ? ', ' : ' & ')} (${editors.length > 1 ? 'Eds.' : 'Ed.'}), `;
    const range = pages === '' ? '' : ` (${/[–,]/.test(pages) ? 'pp.' : 'p.'} ${pages})`;
    return [sentence(`In ${by}${italic(book)}${range}`), sentence(text('publisher', 'organization'))];
  }
  return [sentence(text('publisher', 'school', 'institution', 'organization', 'howpublished', 'journal'))];
}

function formatIeee(
  entry: BibEntry,
  text: FieldReader,
  { number, suppressAuthor }: ReferenceOptions,
): string {
  const names = namesOf(entry, 'author').length > 0 ? namesOf(entry, 'author') : namesOf(entry, 'editor');
  const people = suppressAuthor === true ? '' : listed(names.map(ieeeName), 'and');
  const title = italicTitle(entry)
    ? italic(text('title'))
    : text('title') === ''
      ? ''
      : `“${text('title')},”`;
  const month = monthNumber(text('month'));
  const date = join(' ', month === undefined ? '' : `${monthName(month)!.slice(0, 3)}.`, yearOf(text));
  const pages = pagesOf(text);
  const container =
    text('booktitle') === '' ? italic(text('journal', 'journaltitle')) : `in ${italic(text('booktitle'))}`;
  const parts = join(
    ', ',
    container,
    text('volume') && `vol. ${text('volume')}`,
    text('number') && `no. ${text('number')}`,
    text('publisher', 'school', 'institution', 'howpublished'),
    pages && `${/[–,]/.test(pages) ? 'pp.' : 'p.'} ${pages}`,
    date,
    text('doi') && `doi: ${text('doi')}`,
  );
  const lead = number === undefined ? '' : `[${number}] `;
  return `${lead}${join(', ', people, title).replace(/,”, /g, ',” ')}${title.endsWith('”') ? ' ' : ', '}${sentence(parts)}`;
}

/** What stands for an entry in running text: `(Knuth &amp; Plass, 1981)`, `[3]`. */
export function formatCitation(
  items: readonly {
    readonly entry: BibEntry;
    readonly number: number;
    readonly locator?: string | undefined;
  }[],
  { style, suppressAuthor }: Pick<ReferenceOptions, 'style' | 'suppressAuthor'>,
): string {
  const parts = items.map(({ entry, number, locator }) => {
    const at = locator === undefined ? '' : `, p. ${locator}`;
    if (style === 'ieee') return `[${number}${at}]`;
    const text = fieldReader(entry);
    const names = namesOf(entry, 'author').length > 0 ? namesOf(entry, 'author') : namesOf(entry, 'editor');
    const who = suppressAuthor === true ? '' : citedNames(names) || text('title');
    return `${join(', ', who, yearOf(text) || 'n.d.')}${at}`;
  });
  return style === 'ieee' ? parts.join(', ') : `(${parts.join('; ')})`;
}

function citedNames(names: readonly PersonName[]): string {
  const family = names.map(familyName);
  if (family.length > 2) return `${family[0]} et al.`;
  return family.at(-1) === 'others' ? `${family[0]} et al.` : family.join(' &amp; ');
}

function namesOf(entry: BibEntry, field: string): PersonName[] {
  return parseNames(entry.fields.get(field) ?? '');
}

/** Twenty names, then the last one. */
function apaNames(names: readonly PersonName[]): string {
  const written = names.map((name) => (isOthers(name) ? 'et al.' : apaName(name)));
  if (written.length > 20) return `${written.slice(0, 19).join(', ')}, … ${written.at(-1)}`;
  if (written.at(-1) === 'et al.') return written.join(', ');
  return listed(written, '&amp;');
}

function apaName(name: PersonName): string {
  return join(', ', familyName(name), initials(name.first), decodeLatex(name.suffix));
}

function apaEditor(name: PersonName): string {
  return join(' ', initials(name.first), familyName(name));
}

function ieeeName(name: PersonName): string {
  return isOthers(name)
    ? '<i>et al.</i>'
    : join(' ', initials(name.first), familyName(name), decodeLatex(name.suffix));
}

function isOthers({ first, last }: PersonName): boolean {
  return first === '' && last === 'others';
}

function familyName({ prefix, last }: PersonName): string {
  return decodeLatex([prefix, last].filter(Boolean).join(' '));
}

/** `D. E.` of `Donald E.`, `J.-P.` of `Jean-Pierre`. */
function initials(first: string): string {
  return decodeLatex(first)
    .split(/[\s\u00a0.]+/)
    .filter(Boolean)
    .map((word) =>
      word
        .split('-')
        .filter(Boolean)
        .map((part) => `${Array.from(part)[0]}.`)
        .join('-'),
    )
    .join(' ');
}

function listed(words: readonly string[], and: string): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')}${words.length > 2 || and !== 'and' ? ',' : ''} ${and} ${words.at(-1)}`;
}

function italicTitle({ type, fields }: BibEntry): boolean {
  return (
    !fields.has('booktitle') && !fields.has('journal') && !fields.has('journaltitle') && type !== 'article'
  );
}

function yearOf(text: FieldReader): string {
  return text('year') || (/\d{4}/.exec(text('date'))?.[0] ?? '');
}

function pagesOf(text: FieldReader): string {
  return text('pages').replace(/\s*[-–—]+\s*/g, '–');
}

function link(text: FieldReader): string {
  const doi = text('doi').replace(/^https?:\/\/(?:dx\.)?doi\.org\//, '');
  return doi === '' ? text('url') : `https://doi.org/${doi}`;
}

function italic(text: string): string {
  return text === '' ? '' : `<i>${text}</i>`;
}

/** With a full stop at its end. */
function sentence(text: string): string {
  return text === '' || /[.!?](?:<\/\w+>)?$/.test(text) ? text : `${text}.`;
}

function join(separator: string, ...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(separator);
}
