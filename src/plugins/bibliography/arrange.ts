/** The order and the groups of a list of entries. */

import {
  type BibEntry,
  fieldOf,
  monthName,
  monthNumber,
  NAME_FIELDS,
  parseNames,
  sortForm,
} from '../../plugin/api/bibtex.ts';
import type { ScholarSettings } from './settings.ts';

/** What a list is arranged by: keys with the way of each; the last way holds for further keys. */
export interface Keys {
  readonly keys: readonly string[];
  readonly order: readonly string[];
}

/** Stable: entries that are equal stay in the order of their file. */
export function sortEntries(entries: readonly BibEntry[], { keys, order }: Keys): readonly BibEntry[] {
  if (keys.length === 0 || keys[0] === 'none') return entries;
  return [...entries].sort((a, b) => {
    for (const [at, key] of keys.entries()) {
      const by = compareText(sortValue(a, key), sortValue(b, key));
      if (by !== 0) return isDescending(order, at) ? -by : by;
    }
    return 0;
  });
}

export interface Group {
  readonly title: string;
  readonly value: string;
  readonly entries: readonly BibEntry[];
}

/** Groups by one key, in order. */
export function groupEntries(
  entries: readonly BibEntry[],
  key: string,
  descending: boolean,
  settings: ScholarSettings,
): Group[] {
  const groups = new Map<string, BibEntry[]>();
  for (const entry of entries) {
    const value = groupValue(entry, key, settings);
    const group = groups.get(value);
    if (group === undefined) groups.set(value, [entry]);
    else group.push(entry);
  }
  const types = settings.list('type_order');
  const rank = (type: string): number => (types.includes(type) ? types.indexOf(type) : types.length);
  const compare = (a: string, b: string): number => (key === 'type' ? rank(a) - rank(b) : compareText(a, b));
  return Array.from(groups, ([value, members]) => ({
    value,
    title: titleOf(value, key, settings),
    entries: members,
  })).sort((a, b) => (descending ? compare(b.value, a.value) : compare(a.value, b.value)));
}

export function isDescending(order: readonly string[], at: number): boolean {
  return /^(?:desc|reverse)/i.test(order[at] ?? order.at(-1) ?? '');
}

function groupValue(entry: BibEntry, key: string, settings: ScholarSettings): string {
  if (key === 'type') return settings.typeAlias(entry.type);
  if (key === 'year') return (fieldOf(entry, 'year') ?? fieldOf(entry, 'date')?.slice(0, 4) ?? '').trim();
  if (key === 'month') return String(monthNumber(fieldOf(entry, 'month') ?? '') ?? '');
  if (key === 'name') return writtenNames(entry);
  return sortValue(entry, key);
}

/** Who is named first of all, as the file writes it: LaTeX and case are kept. */
function writtenNames({ fields }: BibEntry): string {
  const field = namedBy(fields);
  const text = fields.get(field ?? '') ?? '';
  return field === undefined ? '' : rawText(field, text);
}

function namedBy(fields: BibEntry['fields']): string | undefined {
  return ['author', 'editor', 'institution', 'organization', 'publisher'].find((name) => fields.has(name));
}

function titleOf(value: string, key: string, settings: ScholarSettings): string {
  if (key === 'type') return settings.typeName(value);
  if (key !== 'month') return value;
  const named = settings.list('month_names')[Number(value) - 1];
  return named ?? monthName(Number(value)) ?? '(unknown)';
}

function sortValue(entry: BibEntry, key: string): string {
  const { type, key: id, fields } = entry;
  if (key === 'key') return id;
  if (key === 'type') return type;
  if (key === 'month') return String(monthNumber(fieldOf(entry, 'month') ?? '') ?? '');
  if (key === 'name') {
    const field = namedBy(fields);
    const text = field === undefined ? '' : rawText(field, fields.get(field) ?? '');
    return text.replace(/^[{\s]+|[}\s]+$/g, '').toLowerCase();
  }
  const value = fieldOf(entry, key);
  if (key === 'year' && value === undefined) return fieldOf(entry, 'date')?.slice(0, 4) ?? '';
  return value === undefined ? '' : rawText(key, value);
}

/** As the file writes it: jekyll-scholar sorts before its filters run. */
function rawText(field: string, text: string): string {
  return NAME_FIELDS.has(field) ? parseNames(text).map(sortForm).join(' and ') : text;
}

/** Numbers by their size, all else by its letters. */
function compareText(a: string, b: string): number {
  if (/^-?\d+$/.test(a) && /^-?\d+$/.test(b)) return Number(a) - Number(b);
  return a < b ? -1 : a > b ? 1 : 0;
}
