/** Which entries of the source are part of the site: Jekyll's `EntryFilter`, with `include`, `exclude` and `safe` of the configuration. */

import { baseName, isWithin, joinPaths } from '../../base/paths.ts';
import { LOCK_FILE } from '../../config/theme/theme-lock.ts';
import type { Config } from '../../model/config.ts';
import { fnmatch, isGlob } from '../../ruby/paths/fnmatch.ts';

export interface EntryFilter {
  /**
   * Whether `entry`, a name or path below the folder `base` (both with `/`, the latter relative to the source), is kept.
   * Jekyll asks `exclude` for the whole path, `include` for the entry as it is and for its last segment.
   */
  keeps(entry: string, base: string, isFolder: boolean): boolean;
}

export function createEntryFilter(config: Config): EntryFilter {
  const { include } = config.settings;
  const exclude = config.settings.exclude.filter((pattern) => !include.includes(pattern));
  const includes = pathMatcher(include);
  const excludes = pathMatcher(exclude);
  const foreign = foreignEntries(config);
  const foreignNames = new Set(foreign.map(baseName));
  return {
    keeps(entry, base, isFolder) {
      if (entry.endsWith('.')) return false;
      const name = baseName(entry);
      if (foreignNames.has(name) && foreign.includes(base === '' ? entry : joinPaths(base, entry)))
        return false;
      const included = includes(entry, isFolder) || (name !== entry && includes(name, isFolder));
      if (included) return true;
      if (excludes(base === '' ? entry : joinPaths(base, entry), isFolder)) return false;
      return !isSpecial(entry) && !isSpecial(name) && !entry.endsWith('~');
    },
  };
}

/** What lies in the source and is no content of the site, relative to it: its theme, and the lock file that pins one. */
function foreignEntries({ source, theme }: Config): readonly string[] {
  const folders = theme === undefined ? [] : [theme.root, theme.folder];
  const inside = folders.filter((folder) => folder !== source && isWithin(source, folder));
  return [LOCK_FILE, ...inside.map((folder) => folder.slice(source.length).replace(/^\//, ''))];
}

function isSpecial(entry: string): boolean {
  return /^[._#~]/.test(entry);
}

export type Matcher = (path: string, isFolder: boolean) => boolean;

/** A pattern is a glob, and a prefix of whatever begins with it: `README` also excludes `README.md`. */
export function pathMatcher(patterns: readonly string[]): Matcher {
  const rooted = patterns.map((pattern) => joinPaths('', pattern));
  const globs = rooted.filter(isGlob);
  return (path, isFolder) => {
    const whole = `/${path}`;
    return (
      rooted.some((pattern) => whole.startsWith(pattern) || (isFolder && pattern === `${whole}/`)) ||
      globs.some((pattern) => fnmatch(pattern, whole))
    );
  };
}
