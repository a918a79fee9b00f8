/** Which documents a pagination lists, and in what order. */

import type { DocumentView, SiteView } from '../../plugin/api/plugin.ts';
import { elements, isHash, isTruthy, RubyDate, RubyTime, type Value } from '../../plugin/api/values.ts';
import { type Settings, toInteger } from './settings.ts';

export function selectDocuments(settings: Settings, site: SiteView): readonly DocumentView[] {
  const all = documentsOf(settings.get('collection'), site);
  let documents = all;
  for (const [setting, key] of [
    ['category', 'categories'],
    ['tag', 'tags'],
    ['locale', 'locale'],
  ] as const) {
    const wanted = settings.get(setting);
    if (wanted === undefined || wanted === null) continue;
    for (const term of termsOf(wanted, /[;,]/)) {
      // every document is in the category `posts`
      if (setting === 'category' && term === 'posts') continue;
      documents = documents.filter((document) => indexTerms(document.get(key)).has(term));
    }
  }
  return order(documents, settings);
}

/** `posts`, several names, or `all` for every collection but the posts. */
function documentsOf(names: Value, site: SiteView): readonly DocumentView[] {
  return termsOf(names, /[;,\s]/).flatMap((name) =>
    site.documents.filter(
      (document) =>
        (name === 'all' ? document.collection !== 'posts' : document.collection === name) &&
        !document.data.has('pagination') &&
        !isTruthy(document.get('hidden')),
    ),
  );
}

function termsOf(value: Value, separator: RegExp): readonly string[] {
  const list = Array.isArray(value) ? elements(value).map(String) : String(value ?? '').split(separator);
  return list.map((term) => term.toLowerCase().trim()).filter((term) => term !== '');
}

/** The terms of a document, in lower case; one text may hold several. */
export function indexTerms(value: Value): ReadonlyMap<string, string> {
  const terms = new Map<string, string>();
  const list = Array.isArray(value)
    ? elements(value).map(String)
    : typeof value === 'string'
      ? value.split(/[;,\s]/)
      : [];
  for (const entry of list) {
    for (const term of entry.trim().split(/[;,]/)) {
      const key = term.toLowerCase().trim();
      if (key !== '' && !terms.has(key)) terms.set(key, term);
    }
  }
  return terms;
}

function order(documents: readonly DocumentView[], settings: Settings): readonly DocumentView[] {
  const field = settings.get('sort_field');
  if (!isTruthy(field)) return documents;
  const keys = String(field)
    .split(':')
    .map((key) => key.toLowerCase().trim());
  const sorted = documents
    .map((document) => ({ document, value: valueAt(document.data, keys) }))
    .sort((a, b) => compare(a.value, b.value))
    .map(({ document }) => document);
  const skipped = Math.max(0, toInteger(settings.get('offset')));
  const kept = sorted.slice(0, Math.max(0, sorted.length - skipped));
  return isTruthy(settings.get('sort_reverse')) ? kept.reverse() : kept;
}

function valueAt(data: Value, keys: readonly string[]): Value {
  const value = keys.reduce<Value>((found, key) => (isHash(found) ? found.get(key) : undefined), data);
  return isHash(value) ? undefined : value;
}

/** nil first, texts without regard to case, dates and times by their moment. */
function compare(a: Value, b: Value): number {
  const [x, y] = [rank(a), rank(b)];
  if (x === undefined || y === undefined) return Number(x !== undefined) - Number(y !== undefined);
  if (typeof x === 'string' || typeof y === 'string') {
    const [left, right] = [String(x), String(y)];
    return left < right ? -1 : left > right ? 1 : 0;
  }
  return x - y;
}

function rank(value: Value): number | string | undefined {
  if (value === undefined || value === null) return undefined;
  if (value instanceof RubyTime) return value.epochMs;
  if (value instanceof RubyDate) return Date.UTC(value.year, value.month - 1, value.day);
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value);
  return String(value).toLowerCase();
}
