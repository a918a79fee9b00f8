/** What a theme is and where it comes from, in words. */

import type { Theme, ThemePin, WantedTheme } from '../model/config.ts';

/** `v2.5.1, commit 0123456`. */
export function versionText({ ref, commit }: Pick<ThemePin, 'ref' | 'commit'>): string {
  if (commit === undefined) return ref;
  return ref.startsWith(commit) ? `commit ${commit.slice(0, 7)}` : `${ref}, commit ${commit.slice(0, 7)}`;
}

/** One line: `minima v2.5.1, commit 0123456, of https://github.com/jekyll/minima, locked`. */
export function themeText({ name, root, from }: Theme): string {
  switch (from.kind) {
    case 'folder':
      return `${name}, the folder ${root}`;
    case 'package':
      return `${name}, the npm package in ${root}`;
    case 'gem':
      return `${name}, the gem in ${root}`;
    case 'repository':
      return `${from.name} (${versionText(from)}) of ${from.repository}, ${from.isLocked ? 'locked' : 'not locked'}`;
  }
}

/** The same of a theme that is not in the cache. */
export function wantedText({ name, repository, ref, locked }: WantedTheme): string {
  const version = locked === undefined ? ref : versionText(locked);
  return `${name} (${version}) of ${repository}, ${locked === undefined ? 'not locked' : 'locked'}, not yet on this machine`;
}
