/** Where imports are looked for: the source, `sass.load_paths`, `sass_dir` and the theme's `_sass`, in Jekyll's order. */

import { sassLoadPathOutside } from '../../../diagnostics/catalogue/engines/sass.ts';
import { type Diagnostic, diagnose } from '../../../diagnostics/diagnostic.ts';
import type { SassSite } from '../jobs.ts';
import type { SassSettings } from '../settings.ts';
import type { FolderTable, Root, RootPath } from './folder-table.ts';

export interface Places {
  readonly source: Root;
  /** The source and, where there is one, the theme. */
  readonly roots: readonly Root[];
  /** Searched in this order after the folder of the importing file. */
  readonly search: readonly RootPath[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The folders that stylesheets come from: the source and, where there is one, the theme. */
export function rootsOf(site: SassSite): { readonly source: Root; readonly theme: Root | undefined } {
  return {
    source: { name: 'source', folder: site.source },
    theme: site.theme === undefined ? undefined : { name: 'theme', folder: site.theme },
  };
}

/** `source` and `theme` are absolute with links resolved; `theme` is the folder that holds the theme's `_sass`. */
export function findPlaces(
  table: FolderTable,
  source: Root,
  theme: Root | undefined,
  settings: SassSettings,
): Places {
  const diagnostics: Diagnostic[] = [];
  // sassc searches the working directory first, which is the source when Jekyll runs where its users run it.
  const search: RootPath[] = [{ root: source, path: '' }];
  for (const configured of settings.loadPaths) {
    const pattern = withinSource(source, configured);
    if (pattern === undefined) diagnostics.push(diagnose(sassLoadPathOutside, { path: configured }));
    else search.push(...expand(table, source, pattern));
  }
  search.push({ root: source, path: confine(settings.sassDir) });
  if (theme !== undefined) search.push({ root: theme, path: '_sass' });
  const seen = new Set<string>();
  const unique = search.filter(({ root, path }) => {
    const key = `${root.name}/${path}`;
    return !seen.has(key) && seen.add(key);
  });
  return { source, roots: theme === undefined ? [source] : [source, theme], search: unique, diagnostics };
}

/** The segments of a configured path below the source, or undefined where it leads out of it. */
function withinSource(source: Root, configured: string): string | undefined {
  let path = configured.replaceAll('\\', '/');
  if (path.startsWith(`${source.folder}/`)) path = path.slice(source.folder.length + 1);
  else if (path.startsWith('/') || path.startsWith('~') || /^[a-z]:/i.test(path)) return undefined;
  return climb('', path);
}

/** `path` taken from `folder`, `.` and `..` worked out; undefined where it climbs above the root. */
export function climb(folder: string, path: string): string | undefined {
  const kept = folder === '' ? [] : folder.split('/');
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') kept.push(segment);
    else if (kept.pop() === undefined) return undefined;
  }
  return kept.join('/');
}

/** Jekyll's `sanitized_path`: `..` never climbs above the source. */
function confine(path: string): string {
  const kept: string[] = [];
  for (const segment of path.replaceAll('\\', '/').split('/')) {
    if (segment === '..') kept.pop();
    else if (segment !== '' && segment !== '.') kept.push(segment);
  }
  return kept.join('/');
}

/** The folders that a path with wildcards (`*`, `?`, `**`) stands for, in the order of their names. */
function expand(table: FolderTable, root: Root, pattern: string): readonly RootPath[] {
  let found: RootPath[] = [{ root, path: '' }];
  for (const segment of pattern === '' ? [] : pattern.split('/')) {
    const next: RootPath[] = [];
    for (const folder of found) {
      if (segment === '**') next.push(...descend(table, folder));
      else if (/[*?]/.test(segment)) {
        for (const name of table.folders(folder)) if (matches(segment, name)) next.push(below(folder, name));
      } else next.push(below(folder, segment));
    }
    found = next;
  }
  return found;
}

function below({ root, path }: RootPath, name: string): RootPath {
  return { root, path: path === '' ? name : `${path}/${name}` };
}

/** The folder and all below it, links not followed, as Ruby's `**` does. */
function descend(table: FolderTable, folder: RootPath): readonly RootPath[] {
  const names = table.realFolders(folder).filter((name) => !name.startsWith('.'));
  return [folder, ...names.flatMap((name) => descend(table, below(folder, name)))];
}

/** Whether a name matches a segment with `*` and `?`: two pointers, one step back, so linear times the number of stars. */
function matches(pattern: string, name: string): boolean {
  if (name.startsWith('.') && !pattern.startsWith('.')) return false;
  let p = 0;
  let star = -1;
  let resume = 0;
  for (let n = 0; n < name.length; ) {
    if (p < pattern.length && (pattern[p] === '?' || pattern[p] === name[n]) && pattern[p] !== '*') {
      p++;
      n++;
    } else if (pattern[p] === '*') {
      star = p++;
      resume = n;
    } else if (star >= 0) {
      p = star + 1;
      n = ++resume;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}
