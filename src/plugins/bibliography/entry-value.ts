/** An entry as templates see it: `entry.title`, `entry.author_array`, `entry.bibtex`. */

import {
  type BibEntry,
  decodeLatex,
  monthNumber,
  NAME_FIELDS,
  parseNames,
  printEntry,
  shortMonth,
  sortForm,
} from '../../plugin/api/bibtex.ts';
import { elements, type Value } from '../../plugin/api/values.ts';
import type { ScholarSettings } from './settings.ts';

/** Addresses and numbers: only their escapes are LaTeX. */
const VERBATIM: ReadonlySet<string> = new Set([
  'url',
  'doi',
  'eprint',
  'file',
  'pdf',
  'html',
  'code',
  'website',
  'video',
]);

export function entryValue(entry: BibEntry, settings: ScholarSettings): Map<Value, Value> {
  const value = new Map<Value, Value>([
    ['key', entry.key],
    ['type', entry.type],
    ['bibtex', bibtexOf(entry, settings)],
  ]);
  for (const [name, text] of entry.fields) {
    value.set(name, fieldText(name, text));
    if (NAME_FIELDS.has(name)) addNames(value, name, text);
  }
  const month = monthNumber(entry.fields.get('month') ?? '');
  if (month !== undefined && shortMonth(entry.fields.get('month') ?? '') !== undefined)
    value.set('month_numeric', String(month));
  return value;
}

function bibtexOf(entry: BibEntry, settings: ScholarSettings): string {
  const skip = new Set(settings.list('bibtex_skip_fields'));
  const [open, close] = elements(settings.get('bibtex_quotes')).map(String);
  return printEntry(entry, { skip, ...(open && close ? { quotes: [open, close] } : {}) });
}

/** The text of a field as a page shows it. */
export function fieldText(name: string, text: string): string {
  if (NAME_FIELDS.has(name))
    return parseNames(text)
      .map((person) => plain(sortForm(person)))
      .join(' and ');
  if (name === 'month') return shortMonth(text) ?? plain(text);
  if (VERBATIM.has(name) || /^\s*https?:\/\/\S+\s*$/.test(text))
    return text
      .trim()
      .replace(/\\([_%&#~$])/g, '$1')
      .replace(/^\{(.*)\}$/, '$1');
  return plain(text);
}

function plain(text: string): string {
  return decodeLatex(text, { html: true });
}

function addNames(value: Map<Value, Value>, field: string, text: string): void {
  const people: Value[] = [];
  for (const [at, { first, prefix, last, suffix }] of parseNames(text).entries()) {
    const person = new Map<Value, Value>();
    for (const [part, written] of Object.entries({ first, last, prefix, suffix })) {
      person.set(part, plain(written));
      value.set(`${field}_${at}_${part}`, plain(written));
    }
    people.push(person);
  }
  value.set(`${field}_array`, people);
}
