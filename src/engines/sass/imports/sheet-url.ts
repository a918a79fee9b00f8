/**
 * The addresses by which the compiler knows stylesheets: `hastie:source/_sass%2F_a.scss/`. To them each file is a
 * folder: what the compiler makes of a name in it, before it asks for the name as it stands, still identifies the file
 * and the name.
 */

import type { Root, RootPath } from './folder-table.ts';

const SCHEME = 'hastie:';

export function urlOf({ root, path }: RootPath): URL {
  return new URL(`${SCHEME}${root.name}/${encodeURIComponent(path)}/`);
}

/** The file that an address stands for, or undefined for any other address. */
export function rootPathOf(url: string, roots: readonly Root[]): RootPath | undefined {
  const read = readAddress(url, roots);
  return read?.name === '' ? read.file : undefined;
}

/**
 * The file in which a name stands, and the name, where the compiler has put both together; undefined where it lost one
 * of them.
 */
export function nameWithin(
  url: string,
  roots: readonly Root[],
): { readonly from: RootPath; readonly name: string } | undefined {
  const read = readAddress(url, roots);
  // A name that climbs has taken the file's place, or what is left of it.
  if (read === undefined || read.name === '' || !SHEET.test(read.file.path)) return undefined;
  return { from: read.file, name: read.name };
}

const SHEET = /\.(?:scss|sass|css)$/;

function readAddress(
  url: string,
  roots: readonly Root[],
): { readonly file: RootPath; readonly name: string } | undefined {
  const [, name, path, rest] = /^hastie:([^/]*)\/([^/]*)\/(.*)$/s.exec(url) ?? [];
  const root = roots.find((known) => known.name === name);
  if (root === undefined || path === undefined || rest === undefined) return undefined;
  try {
    return { file: { root, path: decodeURIComponent(path) }, name: rest };
  } catch {
    return undefined;
  }
}

/** Whether an address is one of ours. */
export function isSheetUrl(url: string): boolean {
  return url.startsWith(SCHEME);
}

/** A file as places name it: relative to the source where it lies in it, else absolute. */
export function placedPath({ root, path }: RootPath, roots: readonly Root[]): string {
  if (root.name === 'source') return path;
  const source = roots.find(({ name }) => name === 'source')?.folder;
  const full = `${root.folder}/${path}`;
  return source !== undefined && full.startsWith(`${source}/`) ? full.slice(source.length + 1) : full;
}

/** A file as source maps and progress name it: files of the source by their path, those of the theme below `theme/`. */
export function shownPath({ root, path }: RootPath): string {
  return root.name === 'source' ? path : `theme/${path}`;
}
