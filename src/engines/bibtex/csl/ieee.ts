/** References in the manner of the IEEE. */

import type { BibEntry } from '../entry.ts';
import { monthName, monthNumber } from '../months.ts';
import { type PersonName, parseNames } from '../names.ts';
import { italic } from './format.ts';
import { familyName, initials } from './people.ts';

type Decode = (text: string) => string;
type FieldReader = (...names: readonly string[]) => string;

/** `[1] D. E. Knuth, “Title,” <i>Journal</i>, vol. 1, 1981.` */
export function ieeeReference(
  entry: BibEntry,
  decode: Decode,
  options: { readonly number?: number | undefined; readonly suppressAuthor?: boolean },
): string {
  const text = fieldReader(entry, decode);
  const people = options.suppressAuthor === true ? '' : peopleOf(entry, decode);
  const title = titleOf(entry, text('title'));
  const month = monthNumber(text('month'));
  const date = join(' ', month === undefined ? '' : `${monthName(month)!.slice(0, 3)}.`, yearOf(text));
  const pages = text('pages').replace(/\s*[-–—]+\s*/g, '–');
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
  const lead = options.number === undefined ? '' : `[${options.number}] `;
  return `${lead}${join(', ', people, title).replace(/,”, /g, ',” ')}${title.endsWith('”') ? ' ' : ', '}${sentence(parts)}`;
}

/** The first of the fields that has a value, as HTML. */
function fieldReader({ fields }: BibEntry, decode: Decode): FieldReader {
  return (...names) => {
    const name = names.find((each) => fields.get(each)?.trim());
    return name === undefined ? '' : decode(fields.get(name)!).trim();
  };
}

function titleOf({ type, fields }: BibEntry, title: string): string {
  const isPart = ['booktitle', 'journal', 'journaltitle'].some((name) => fields.has(name));
  if (!isPart && type !== 'article') return italic(title);
  return title === '' ? '' : `“${title},”`;
}

function peopleOf({ fields }: BibEntry, decode: Decode): string {
  const written = parseNames(fields.get('author') ?? '');
  const names = written.length > 0 ? written : parseNames(fields.get('editor') ?? '');
  const shown = names.map((name) => shownName(name, decode));
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')}${shown.length > 2 ? ',' : ''} and ${shown.at(-1)}`;
}

function shownName(name: PersonName, decode: Decode): string {
  if (name.first === '' && name.last === 'others') return '<i>et al.</i>';
  return join(' ', initials(decode(name.first)), decode(familyName(name)), decode(name.suffix));
}

function yearOf(text: FieldReader): string {
  return text('year') || (/\d{4}/.exec(text('date'))?.[0] ?? '');
}

/** With a full stop at its end. */
function sentence(text: string): string {
  return text === '' || /[.!?](?:<\/\w+>)?$/.test(text) ? text : `${text}.`;
}

function join(separator: string, ...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(separator);
}
