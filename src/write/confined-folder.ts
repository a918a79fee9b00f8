/**
 * The only writer of files: a folder out of which no name leads. Every folder on the way to a file is looked at and none is
 * entered through a link; a file is created under a name of its own, where nothing may be yet, and renamed into its place.
 */

import { folderOf } from '../base/paths.ts';
import { stampOf } from '../graph/world-recorder.ts';
import { attempt, FsError, type WriteFs } from '../ports/fs.ts';

/** Files whose names begin so are the writer's own; a program that was killed leaves one behind. */
export const TEMPORARY_PREFIX = '.hastie-tmp-';

/** What a file is to hold: a text in UTF-8 or bytes, or what another file holds, with that file's time. */
export type FileContent =
  | { readonly text: string | Uint8Array }
  | { readonly copy: string; readonly modifiedMs: number };

/** A file that is whole but not yet in its place. */
export interface NewFile {
  /** Replaces what is in its place. Throws `FsError`. */
  place(): void;
  /** Removes it; never throws. */
  discard(): void;
}

/** `key` is relative to the folder, `a/b.html`, without `.` and `..`. All but `discard` throw `FsError`, with `ELOOP` where a link stands. */
export interface ConfinedFolder {
  /** Absolute. */
  readonly path: string;
  /** Makes the folder `key` and those above it; an empty key is the folder itself, which must be there. */
  ensure(key: string): void;
  /** Makes a file beside the place of `key`, with the folders above it. */
  create(key: string, content: FileContent): NewFile;
  /** Puts a file in the place of `key` at once; leaves no temporary file when that fails. */
  replace(key: string, content: FileContent): void;
  /** Removes a file, or a link itself. */
  remove(key: string): void;
  /** Removes an empty folder. */
  removeFolder(key: string): void;
  /** Whether `key` is a folder, and all above it are. */
  hasFolder(key: string): boolean;
}

/** `path` is absolute and a folder; each folder below it is looked at once, so such a value is to live no longer than a build. */
export function confine(fs: WriteFs, path: string): ConfinedFolder {
  const state: Confinement = { fs, path, known: new Set(['']), count: 0 };
  return {
    path,
    ensure: (key) => ensure(state, key),
    create: (key, content) => create(state, key, content),
    replace(key, content) {
      const temporary = createTemporary(state, key, content);
      try {
        fs.rename(temporary, pathOf(state, key));
      } catch (error) {
        attempt(() => fs.removeFile(temporary));
        throw error;
      }
    },
    remove(key) {
      expectFolder(state, folderOf(key));
      fs.removeFile(pathOf(state, key));
    },
    removeFolder(key) {
      expectFolder(state, folderOf(key));
      state.known.delete(key);
      fs.removeFolder(pathOf(state, key));
    },
    hasFolder: (key) => attempt(() => expectFolder(state, key)) === undefined,
  };
}

/** Makes an absolute folder and what is missing above it; links on the way are the user's own choice. Throws `FsError`. */
export function makeFolders(fs: WriteFs, folder: string): void {
  const there = fs.stat(folder);
  if (there?.kind === 'folder') return;
  if (there !== undefined) throw new FsError('ENOTDIR', folder, `${folder} is not a folder`);
  const parent = folderOf(folder);
  if (parent !== '') makeFolders(fs, parent);
  makeUnlessThere(fs, folder);
}

interface Confinement {
  readonly fs: WriteFs;
  readonly path: string;
  /** Keys of folders that were looked at. */
  readonly known: Set<string>;
  /** The number of the next temporary file. */
  count: number;
}

function pathOf({ path }: Confinement, key: string): string {
  return key === '' ? path : `${path}/${key}`;
}

function ensure(state: Confinement, key: string): void {
  if (state.known.has(key)) return;
  ensure(state, folderOf(key));
  if (!isFolder(state, key)) makeUnlessThere(state.fs, pathOf(state, key));
  state.known.add(key);
}

function expectFolder(state: Confinement, key: string): void {
  if (state.known.has(key)) return;
  expectFolder(state, folderOf(key));
  if (!isFolder(state, key)) {
    const path = pathOf(state, key);
    throw new FsError('ENOENT', path, `${path} is not there`);
  }
  state.known.add(key);
}

/** False where nothing is; throws where something else than a folder stands. */
function isFolder(state: Confinement, key: string): boolean {
  const path = pathOf(state, key);
  const there = state.fs.linkStat(path);
  if (there === undefined) return false;
  if (there.kind === 'link') throw new FsError('ELOOP', path, `${path} is a link`);
  if (there.kind !== 'folder') throw new FsError('ENOTDIR', path, `${path} is not a folder`);
  return true;
}

function create(state: Confinement, key: string, content: FileContent): NewFile {
  const temporary = createTemporary(state, key, content);
  return {
    place: () => state.fs.rename(temporary, pathOf(state, key)),
    discard: () => void attempt(() => state.fs.removeFile(temporary)),
  };
}

/** Names that are tried for a temporary file: a disk on which all of them are taken refuses every one. */
const MOST_NAMES = 10_000;

/** The path of a new file beside `key`. A name that is taken, by whatever it may be, is left alone. */
function createTemporary(state: Confinement, key: string, content: FileContent): string {
  const { fs } = state;
  const folder = folderOf(key);
  ensure(state, folder);
  for (let names = 1; ; names++) {
    const temporary = `${pathOf(state, folder)}/${TEMPORARY_PREFIX}${state.count++}`;
    const refusal = attempt(() => fill(fs, temporary, content));
    if (refusal === undefined) return temporary;
    const isTaken = refusal.code === 'EEXIST';
    if (isTaken && names < MOST_NAMES) continue;
    if (!isTaken) attempt(() => fs.removeFile(temporary));
    throw refusal;
  }
}

/** Creates a file with this content. Throws `FsError`, with `EEXIST` where anything is there. */
function fill(fs: WriteFs, path: string, content: FileContent): void {
  if ('text' in content) {
    fs.createFile(path, content.text);
    return;
  }
  copyWhole(fs, content.copy, path);
  fs.setModified(path, content.modifiedMs);
}

/** A file that changes during every copy is being appended to, like a log: then the last copy is as good as any. */
const MOST_COPIES = 5;

/** Copies a file, and once more where another program wrote to it meanwhile: such a copy may be half old and half new. */
function copyWhole(fs: WriteFs, from: string, to: string): void {
  for (let copies = 1; ; copies++) {
    const before = stampOf(fs.stat(from));
    fs.copyFile(from, to);
    if (copies === MOST_COPIES || stampOf(fs.stat(from)) === before) return;
    fs.removeFile(to);
  }
}

/** Another process may have been quicker: a folder that is there now is as good as made. */
function makeUnlessThere(fs: WriteFs, path: string): void {
  try {
    fs.makeFolder(path);
  } catch (error) {
    if (!(error instanceof FsError) || fs.linkStat(path)?.kind !== 'folder') throw error;
  }
}
