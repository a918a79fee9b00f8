/** Finds the output for a path among the keys of what was built. No path of a disk is ever made from it. Pure. */

import type { Output } from '../../model/output.ts';
import { addressOf, type ServedSite } from '../served-site.ts';

export type Found =
  | { readonly kind: 'output'; readonly output: Output }
  /** An address on this server, encoded. */
  | { readonly kind: 'redirect'; readonly location: string }
  /** A folder's key, whose entries are to be listed. */
  | { readonly kind: 'listing'; readonly folder: string }
  | { readonly kind: 'missing' };

/** The names that stand for a folder, in Jekyll's order. */
const INDEXES = [
  'index.htm',
  'index.html',
  'index.rhtml',
  'index.xht',
  'index.xhtml',
  'index.cgi',
  'index.xml',
  'index.json',
];

/** What may be left off, in Jekyll's order. */
const ENDINGS = ['.html', '.xhtml'];

const NOT_FOUND: Found = { kind: 'missing' };

/** `path` is decoded and starts with `/`. A folder's own page comes before a file of that name with `.html`, as in Jekyll. */
export function lookUp(site: ServedSite, path: string, listings: boolean): Found {
  const { outputs, folders, baseurl } = site;
  if (baseurl !== '' && path !== baseurl && !path.startsWith(`${baseurl}/`))
    return path === '/' ? { kind: 'redirect', location: addressOf(site, '') } : NOT_FOUND;
  if (path === baseurl && baseurl !== '') return { kind: 'redirect', location: addressOf(site, '') };
  const key = path.slice(baseurl.length + 1);
  const output = outputs.get(key);
  if (output !== undefined) return { kind: 'output', output };
  if (key === '' || key.endsWith('/')) return folderPage(site, key.replace(/\/$/, ''), key, listings);
  if (folders.has(key)) return { kind: 'redirect', location: addressOf(site, `${key}/`) };
  for (const ending of ENDINGS) {
    const page = outputs.get(key + ending);
    if (page !== undefined) return { kind: 'output', output: page };
  }
  return NOT_FOUND;
}

function folderPage(
  { outputs, folders }: ServedSite,
  folder: string,
  prefix: string,
  listings: boolean,
): Found {
  if (!folders.has(folder)) return NOT_FOUND;
  if (listings) return { kind: 'listing', folder };
  for (const name of INDEXES) {
    const output = outputs.get(prefix + name);
    if (output !== undefined) return { kind: 'output', output };
  }
  return NOT_FOUND;
}
