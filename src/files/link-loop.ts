/** Links that lead back to a folder that they lie in: the one rule by which builds and previews detect them. */

import { type FileStat, FsError, type ReadFs } from '../ports/fs.ts';

/** A folder on the way down from where a walk began, with those that it lies in. */
export interface Folder {
  /** Absolute. */
  readonly path: string;
  readonly parent?: Folder;
}

/**
 * Whether what is at `path`, links followed, is one of the folders on the way to here, by what they are and not by
 * their names.
 */
export function leadsUp(fs: Pick<ReadFs, 'stat'>, path: string, folder: Folder): boolean {
  const target = statOf(fs, path);
  if (target?.kind !== 'folder') return false;
  for (let up: Folder | undefined = folder; up !== undefined; up = up.parent) {
    const stat = statOf(fs, up.path);
    if (stat?.inode === target.inode && stat.device === target.device) return true;
  }
  return false;
}

function statOf(fs: Pick<ReadFs, 'stat'>, path: string): FileStat | undefined {
  try {
    return fs.stat(path);
  } catch (error) {
    if (error instanceof FsError) return undefined;
    throw error;
  }
}
