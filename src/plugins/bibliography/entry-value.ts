/** An entry as templates see it: `entry.title`, `entry.author_array`, `entry.bibtex`. */

import {
  type BibEntry,
  monthNumber,
  NAME_FIELDS,
  type PersonName,
  parseNames,
  printEntry,
  shortMonth,
  sortForm,
} from '../../plugin/api/bibtex.ts';
import { elements, type Value } from '../../plugin/api/values.ts';
import type { ScholarSettings } from './settings.ts';

export function entryValue(entry: BibEntry, settings: ScholarSettings): Map<Value, Value> {
  const value = new Map<Value, Value>([
    ['key', entry.key],
    ['type', entry.type],
    ['bibtex', bibtexOf(entry, settings)],
  ]);
  for (const [name, text] of entry.fields) {
    value.set(name, fieldText(name, text, settings));
    if (NAME_FIELDS.has(name) && settings.reads('parse_names')) addNames(value, name, text, settings);
  }
  const month = numericMonth(entry, settings);
  if (month !== undefined) value.set('month_numeric', month);
  return value;
}

/** `6` of `jun` and `June`; undefined where months are not read. */
function numericMonth({ fields }: BibEntry, settings: ScholarSettings): string | undefined {
  const written = fields.get('month') ?? '';
  if (!settings.reads('parse_months') || shortMonth(written) === undefined) return undefined;
  const number = monthNumber(written);
  return number === undefined ? undefined : String(number);
}

function bibtexOf(entry: BibEntry, settings: ScholarSettings): string {
  const skip = new Set(settings.list('bibtex_skip_fields'));
  const [open, close] = elements(settings.get('bibtex_quotes')).map(String);
  const month = numericMonth(entry, settings);
  const fields = month === undefined ? entry.fields : new Map([...entry.fields, ['month_numeric', month]]);
  return printEntry(
    { ...entry, fields },
    {
      skip,
      decode: settings.decodeRaw,
      parses: { names: settings.reads('parse_names'), months: settings.reads('parse_months') },
      ...(open && close ? { quotes: [open, close] } : {}),
    },
  );
}

/** The text of a field as a page shows it. */
export function fieldText(name: string, text: string, settings: ScholarSettings): string {
  if (NAME_FIELDS.has(name) && settings.reads('parse_names'))
    return parseNames(text)
      .map((person) => sortForm(decodeName(person, settings)))
      .join(' and ');
  const isMonth = name === 'month' && settings.reads('parse_months');
  return settings.decode((isMonth ? shortMonth(text) : undefined) ?? text);
}

function decodeName({ first, last, prefix, suffix }: PersonName, { decode }: ScholarSettings): PersonName {
  return { first: decode(first), last: decode(last), prefix: decode(prefix), suffix: decode(suffix) };
}

function addNames(value: Map<Value, Value>, field: string, text: string, settings: ScholarSettings): void {
  const people: Value[] = [];
  value.set(`${field}_array`, people);
  for (const [at, name] of parseNames(text).entries()) {
    const person = new Map<Value, Value>(Object.entries(decodeName(name, settings)));
    for (const [part, written] of person) value.set(`${field}_${at}_${part}`, written);
    people.push(person);
  }
}
