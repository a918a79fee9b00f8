/** The files of the destination by address: what a server would answer with, and what is nearest to an address that has none. */

import { nearest } from '../base/nearest.ts';
import type { OutputKey } from '../base/paths.ts';
import type { Output } from '../model/output.ts';
import { urlOfKey } from './page.ts';

export interface OutputsIndex {
  /** The file that a server gives for a path (decoded, without the first slash). */
  find(path: string): OutputKey | undefined;
  /** The address, with its first slash, that differs from the path only in letter case or in how letters are encoded. */
  findFolded(path: string): string | undefined;
  /** The address, with its first slash, that was probably meant. */
  findNearest(path: string): string | undefined;
  /** The address, with its first slash, of what was made from a file of the source: `/about/` for `about.md`. */
  ofSource(path: string): string | undefined;
  /** Whether the site has a folder of this name at its root. */
  hasRootFolder(name: string): boolean;
}

export function createOutputsIndex(outputs: readonly Pick<Output, 'key' | 'from'>[]): OutputsIndex {
  const known = new Map<string, OutputKey>();
  const folded = new Map<string, string>();
  const rootFolders = new Set<string>();
  const byName = new Map<string, string>();
  const addresses = new Set<string>();
  const bySource = new Map<string, string>();
  for (const { key, from } of outputs) {
    const url = urlOfKey(key);
    if (!bySource.has(from)) bySource.set(from, url);
    for (const path of [key, url.slice(1), url.slice(1).replace(/\/$/, ''), key.replace(/\.html$/, '')]) {
      if (!known.has(path) || path === key) known.set(path, key);
      if (!folded.has(fold(path))) folded.set(fold(path), path);
    }
    addresses.add(url);
    byName.set(fold(key.slice(key.lastIndexOf('/') + 1)), `/${key}`);
    const slash = key.indexOf('/');
    if (slash > 0) rootFolders.add(key.slice(0, slash));
  }
  const memo = new Map<string, string | undefined>();
  return {
    find: (path) => known.get(path),
    findFolded(path) {
      const real = folded.get(fold(path));
      return real === undefined || real === path ? undefined : `/${real}`;
    },
    findNearest(path) {
      if (!memo.has(path)) {
        const name = path.slice(path.lastIndexOf('/') + 1);
        // the same name in another folder before a similar name anywhere
        const moved = name === 'index.html' || name === '' ? undefined : byName.get(fold(name));
        memo.set(path, moved ?? nearest(`/${path}`, addresses));
      }
      return memo.get(path);
    },
    ofSource: (path) => bySource.get(path),
    hasRootFolder: (name) => rootFolders.has(name),
  };
}

function fold(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
