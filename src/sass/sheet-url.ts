/** The addresses by which the compiler knows stylesheets: `hastie:source/_sass/_a.scss`, a scheme that nothing of the user's can reach. */

import type { Root, RootPath } from './folder-table.ts';

const SCHEME = 'hastie:';

export function urlOf({ root, path }: RootPath): URL {
  const segments = path.split('/').map((segment) => encodeURIComponent(segment));
  return new URL(`${SCHEME}${root.name}/${segments.join('/')}`);
}

/** The file that an address stands for, or undefined for any other address. */
export function rootPathOf(url: string, roots: readonly Root[]): RootPath | undefined {
  if (!url.startsWith(SCHEME)) return undefined;
  const slash = url.indexOf('/');
  const root = roots.find(({ name }) => name === url.slice(SCHEME.length, slash));
  if (root === undefined) return undefined;
  return { root, path: decodeURIComponent(url.slice(slash + 1)) };
}

/** Whether an address is one of ours. */
export function isSheetUrl(url: string): boolean {
  return url.startsWith(SCHEME);
}

/** A file as it is shown to the user: files of the source by their path, those of the theme below `theme/`. */
export function shownPath({ root, path }: RootPath): string {
  return root.name === 'source' ? path : `theme/${path}`;
}
