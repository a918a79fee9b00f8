/** Makes folders one segment at a time, looking at each, so that no link inside a destination is ever walked through. */

import { folderOf } from '../base/paths.ts';
import { FsError, type WriteFs } from '../ports/fs.ts';

/** Makes an absolute folder and what is missing above it; links on the way are the user's own choice. Throws `FsError`. */
export function makeFolders(fs: WriteFs, folder: string): void {
  const there = fs.stat(folder);
  if (there?.kind === 'folder') return;
  if (there !== undefined) throw new FsError('ENOTDIR', folder, `${folder} is not a folder`);
  const parent = folderOf(folder);
  if (parent !== '') makeFolders(fs, parent);
  makeUnlessThere(fs, folder);
}

/** Makes folders below a root that is there. */
export interface FolderMaker {
  /** `key` is relative to the root; empty for the root itself. Throws `FsError`, with `ELOOP` where a link stands. */
  ensure(key: string): void;
}

export function createFolderMaker(fs: WriteFs, root: string): FolderMaker {
  const known = new Set(['']);
  function ensure(key: string): void {
    if (known.has(key)) return;
    ensure(folderOf(key));
    const path = `${root}/${key}`;
    const there = fs.linkStat(path);
    if (there === undefined) makeUnlessThere(fs, path);
    else if (there.kind === 'link') throw new FsError('ELOOP', path, `${path} is a link`);
    else if (there.kind !== 'folder') throw new FsError('ENOTDIR', path, `${path} is not a folder`);
    known.add(key);
  }
  return { ensure };
}

/** Another process may have been quicker: a folder that is there now is as good as made. */
function makeUnlessThere(fs: WriteFs, path: string): void {
  try {
    fs.makeFolder(path);
  } catch (error) {
    if (!(error instanceof FsError) || fs.linkStat(path)?.kind !== 'folder') throw error;
  }
}
