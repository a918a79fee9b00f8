/** The address of the page that an entry has of its own. */

import type { BibEntry } from '../../../plugin/api/bibtex.ts';
import type { Value } from '../../../plugin/api/values.ts';
import type { ScholarSettings } from '../settings.ts';

/** `/bibliography/knuth84.html`, by `details_permalink`; `/bibliography/knuth84/` where addresses end in a slash. */
export function detailsPath(entry: BibEntry, settings: ScholarSettings, permalink: Value): string {
  const pretty = permalink === 'pretty' || String(permalink ?? '').endsWith('/');
  const key = entry.key.replace(/[:\s]+/g, '_');
  const doi = entry.fields.get('doi')?.trim();
  const own = new Map([
    ['key', key],
    ['details_dir', settings.text('details_dir')],
    ['extension', pretty ? '/' : '.html'],
    ['doi', doi === undefined || doi === '' ? key : doi],
  ]);
  const path = settings
    .text('details_permalink')
    .replace(/:([a-z_]+)/g, (_, name: string) => own.get(name) ?? slug(entry.fields.get(name) ?? ''));
  return `/${path}`.replace(/\/{2,}/g, '/');
}

/** Jekyll's slug of the pretty kind, near enough for fields. */
function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}._~!$&'()+,;=@]+/gu, '-')
    .replace(/^-|-$/g, '');
}
