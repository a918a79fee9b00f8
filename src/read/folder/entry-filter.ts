/** Which entries of the source are part of the site: Jekyll's `EntryFilter`, with `include`, `exclude` and `safe` of the configuration. */

import { baseName, joinPaths } from '../../base/paths.ts';
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
  return {
    keeps(entry, base, isFolder) {
      if (entry.endsWith('.')) return false;
      const name = baseName(entry);
      const included = includes(entry, isFolder) || (name !== entry && includes(name, isFolder));
      if (included) return true;
      if (excludes(base === '' ? entry : joinPaths(base, entry), isFolder)) return false;
      return !isSpecial(entry) && !isSpecial(name) && !entry.endsWith('~');
    },
  };
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
