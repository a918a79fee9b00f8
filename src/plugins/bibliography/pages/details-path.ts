/** The address of the page that an entry has of its own. */

import { type BibEntry, NAME_FIELDS, parseNames, sortForm } from '../../../plugin/api/bibtex.ts';
import { fillPageTemplate } from '../../../plugin/api/markup.ts';
import type { TagCall } from '../../../plugin/api/tag.ts';
import type { Value } from '../../../plugin/api/values.ts';
import type { ScholarSettings } from '../settings.ts';

/**
 * `/bibliography/knuth84.html`, by `details_permalink`; `/bibliography/knuth84/` where addresses end in a slash. Percent-encoded;
 * a placeholder that the entry has no field for stays as it is written.
 */
export function detailsPath(
  entry: BibEntry,
  settings: ScholarSettings,
  permalink: Value,
  { filter, print }: Pick<TagCall, 'filter' | 'print'>,
): string {
  const slugOf = (name: string, text: string): string => {
    const written = NAME_FIELDS.has(name) ? parseNames(text).map(sortForm).join(' and ') : text;
    return written === '' ? '' : print(filter('slugify', written, 'pretty'));
  };
  const pretty = permalink === 'pretty' || String(permalink ?? '').endsWith('/');
  const key = entry.key.replace(/[:\s]+/g, '_');
  const placeholders = new Map<string, string>();
  for (const [name, text] of entry.fields) placeholders.set(name, name === 'doi' ? text : slugOf(name, text));
  placeholders.set('key', key);
  placeholders.set('details_dir', settings.text('details_dir'));
  placeholders.set('extension', pretty ? '/' : '.html');
  if ((placeholders.get('doi') ?? '') === '') placeholders.set('doi', key);
  return fillPageTemplate(settings.text('details_permalink'), [...placeholders]);
}

/** The same behind `baseurl`, for links. */
export function detailsAddress(entry: BibEntry, settings: ScholarSettings, call: TagCall): string {
  const base = call.print(call.setting('baseurl')).replace(/\/+$/, '');
  return base + detailsPath(entry, settings, call.setting('permalink'), call);
}
