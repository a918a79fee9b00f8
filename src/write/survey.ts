/** Looks through a destination and lists what is there before anything is written to it. */

import { baseName, folderOf } from '../base/paths.ts';
import type { EntryKind, ReadFs } from '../ports/fs.ts';
import { TEMPORARY_PREFIX } from './confined-folder.ts';

/** What lies in a destination, by key (`about/index.html`). */
export interface Survey {
  /** Everything that is not a folder. */
  readonly files: ReadonlyMap<string, EntryKind>;
  /** Parents before their children. */
  readonly folders: ReadonlySet<string>;
}

/** The lock of `lock.ts`: a file in the destination. */
export const LOCK_NAME = '.hastie-lock';
/** Held by the build that replaces a dead one's lock. */
export const HEIR_NAME = `${LOCK_NAME}-heir`;

/**
 * Links are listed and never followed. A folder for which `skip` is true is listed but not looked into.
 * A destination that is not there is an empty one. Throws `FsError`.
 */
export function surveyDestination(fs: ReadFs, root: string, skip: (folder: string) => boolean): Survey {
  const files = new Map<string, EntryKind>();
  const folders = new Set<string>();
  if (fs.stat(root) === undefined) return { files, folders };
  const waiting = [''];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for (const entry of fs.list(folder === '' ? root : `${root}/${folder}`)) {
      const key = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (key === LOCK_NAME || key === HEIR_NAME) continue;
      if (entry.kind !== 'folder') files.set(key, entry.kind);
      else {
        folders.add(key);
        if (!skip(key)) waiting.push(key);
      }
    }
  }
  return { files, folders };
}

/** The folders that `key` lies in, outermost first: `a`, `a/b` for `a/b/c.html`. */
export function foldersOf(key: string): string[] {
  const found: string[] = [];
  for (let folder = folderOf(key); folder !== ''; folder = folderOf(folder)) found.unshift(folder);
  return found;
}

export function isTemporary(key: string): boolean {
  return baseName(key).startsWith(TEMPORARY_PREFIX);
}
