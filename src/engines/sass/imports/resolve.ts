/** Turns what stands in `@use` or `@import` into a file, by the rules of Sass for names and of Jekyll for places. */

import { nearest } from '../../../base/nearest.ts';
import { baseName, folderOf } from '../../../base/paths.ts';
import type { FolderTable, RootPath } from './folder-table.ts';
import { climb, type Places } from './places.ts';

export type Resolution =
  | { readonly kind: 'found'; readonly file: RootPath }
  | { readonly kind: 'missing'; readonly near: string | undefined; readonly searched: readonly string[] }
  | { readonly kind: 'ambiguous'; readonly files: readonly string[] }
  | { readonly kind: 'outside'; readonly link: string | undefined }
  | { readonly kind: 'refused'; readonly why: string };

/** One lookup in one folder: part of what a compiled stylesheet depends on, found or not. */
export interface Lookup {
  readonly place: RootPath;
  /** The name that was looked for, as a path below `place`. */
  readonly name: string;
  readonly fromImport: boolean;
  /** The paths below the root that answer to it; more than one is a mistake of the user's. */
  readonly found: readonly string[];
}

export interface Question {
  /** As it stands in the stylesheet, percent-encoded by the compiler. */
  readonly url: string;
  /** The importing file; undefined for text that lies in no file. */
  readonly from: RootPath | undefined;
  /** Whether the importing file is the stylesheet that is being compiled, not one that it imports. */
  readonly fromEntry: boolean;
  /** `@import`, which sees `name.import.scss`, not `@use`. */
  readonly fromImport: boolean;
}

/** Looks `question` up; every lookup is passed to `onLookup`. */
export function resolveImport(
  table: FolderTable,
  places: Places,
  question: Question,
  onLookup: (lookup: Lookup) => void,
): Resolution {
  const name = decode(question.url);
  const why = name === undefined ? 'its name is not text' : refusal(name);
  if (name === undefined || why !== undefined) return { kind: 'refused', why: why ?? '' };
  const folder = question.from && { root: question.from.root, path: folderOf(question.from.path) };
  let leadsOut = folder !== undefined && climb(folder.path, name) === undefined;
  const searched = searchOrder(places, folder, question.fromEntry);
  for (const place of searched) {
    if (climb(place.path, name) === undefined) continue;
    const found = candidates(table, place, name, question.fromImport);
    onLookup({ place, name, fromImport: question.fromImport, found });
    if (found.length > 1) return { kind: 'ambiguous', files: found };
    const [path] = found;
    if (path !== undefined) {
      const file = { root: place.root, path };
      return table.inside(file) ? { kind: 'found', file } : { kind: 'outside', link: path };
    }
    leadsOut ||= table.leadsOut({ root: place.root, path: folderOf(climb(place.path, name) ?? '') });
  }
  if (leadsOut) return { kind: 'outside', link: undefined };
  return { kind: 'missing', near: nearestName(table, searched, name), searched: searched.map(placeName) };
}

/**
 * sassc takes the file that Jekyll hands it to lie in the source's root; newer converters let it lie where it does, so
 * its own folder is searched too, but last.
 */
function searchOrder(places: Places, folder: RootPath | undefined, fromEntry: boolean): readonly RootPath[] {
  if (folder === undefined) return places.search;
  return fromEntry ? [...places.search, folder] : [folder, ...places.search];
}

/** The files that `name` may mean in `place`; those of the first kind that is there at all. */
export function candidates(
  table: FolderTable,
  place: RootPath,
  name: string,
  fromImport: boolean,
): readonly string[] {
  const target = climb(place.path, name);
  if (target === undefined || target === '') return [];
  const folder = { root: place.root, path: folderOf(target) };
  const stem = baseName(target);
  return (
    (fromImport ? inFolder(table, folder, stem, '.import') : undefined) ??
    inFolder(table, folder, stem, '') ??
    (SHEET.test(stem) ? undefined : inFolder(table, { root: place.root, path: target }, 'index', '')) ??
    []
  );
}

const SHEET = /\.(?:scss|sass|css)$/;

function inFolder(
  table: FolderTable,
  folder: RootPath,
  stem: string,
  infix: string,
): readonly string[] | undefined {
  const extension = SHEET.exec(stem)?.[0];
  const bare = extension === undefined ? stem : stem.slice(0, -extension.length);
  const groups = extension === undefined ? [['.sass', '.scss'], ['.css']] : [[extension]];
  const files = table.files(folder);
  for (const extensions of groups) {
    const found = extensions
      .flatMap((end) => [`_${bare}${infix}${end}`, `${bare}${infix}${end}`])
      .filter((file) => files.has(file));
    if (found.length > 0) return found.map((file) => (folder.path === '' ? file : `${folder.path}/${file}`));
  }
  return undefined;
}

function decode(url: string): string | undefined {
  try {
    return decodeURIComponent(url);
  } catch {
    return undefined;
  }
}

/** Why a name can't even be looked up. */
function refusal(name: string): string | undefined {
  if (/[\0-\x1f]/.test(name)) return 'it contains a control character';
  if (name.includes('\\')) return 'it contains a backslash; folders are separated by `/`';
  if (name.startsWith('/')) return 'it is an absolute path';
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(name)?.[0];
  if (scheme === undefined) return undefined;
  return scheme.length === 2 ? 'it is an absolute path' : `\`${scheme}\` URLs are not supported`;
}

/** The name closest to `name` of all that could be imported from the folders it was looked for in. */
function nearestName(table: FolderTable, searched: readonly RootPath[], name: string): string | undefined {
  const prefix = folderOf(name);
  const names = new Set<string>();
  for (const place of searched) {
    const folder = climb(place.path, prefix);
    if (folder === undefined) continue;
    for (const file of table.files({ root: place.root, path: folder })) {
      if (!SHEET.test(file)) continue;
      const bare = file.replace(SHEET, '').replace(/^_/, '');
      names.add(prefix === '' ? bare : `${prefix}/${bare}`);
    }
    if (prefix === '') continue;
    // The folder may be misspelt.
    for (const other of table.folders({ root: place.root, path: folderOf(folder) })) {
      const sibling = folderOf(folder) === '' ? other : `${folderOf(folder)}/${other}`;
      const path = folderOf(prefix) === '' ? other : `${folderOf(prefix)}/${other}`;
      for (const file of table.files({ root: place.root, path: sibling }))
        if (SHEET.test(file)) names.add(`${path}/${file.replace(SHEET, '').replace(/^_/, '')}`);
    }
  }
  return nearest(name.replace(SHEET, ''), names);
}

/** As messages name it. */
export function placeName({ root, path }: RootPath): string {
  if (root.name === 'theme') return path === '' ? 'the theme' : `the theme's ${path}`;
  return path === '' ? 'the source folder' : path;
}
