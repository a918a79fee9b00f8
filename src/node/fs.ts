/** The port to files on Node: thin calls that turn errno into `FsError` and keep paths in `/` form. */

import {
  closeSync,
  constants,
  copyFileSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmdirSync,
  type Stats,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';

import { type Entry, type EntryKind, type FileStat, FsError, type WriteFs } from '../ports/fs.ts';
import { compareText } from '../ruby/text.ts';

/** The real file system. */
export const nodeFs: WriteFs = {
  list: (folder) =>
    attempt(folder, () =>
      readdirSync(folder, { withFileTypes: true })
        .map((entry): Entry => ({ name: entry.name, kind: kindOf(entry) }))
        .sort((a, b) => compareText(a.name, b.name)),
    ),
  stat: (path) => statOf(path, statSync),
  linkStat: (path) => statOf(path, lstatSync),
  realPath: (path) => attempt(path, () => withSlashes(realPath(path))),
  readBytes: (path) => attempt(path, () => readFileSync(path)),
  readHead: (path, length) => attempt(path, () => readHead(path, length)),
  makeFolder: (path) => attempt(path, () => mkdirSync(path)),
  createFile: (path, content) => attempt(path, () => writeFileSync(path, content, EXCLUSIVELY)),
  copyFile: (from, to) => attempt(to, () => copyFileSync(from, to, constants.COPYFILE_EXCL)),
  rename: (from, to) => attempt(to, () => renameSync(from, to)),
  removeFile: (path) => attempt(path, () => unlinkSync(path)),
  removeFolder: (path) => attempt(path, () => rmdirSync(path)),
  setModified: (path, mtimeMs) => attempt(path, () => lutimesSync(path, mtimeMs / 1000, mtimeMs / 1000)),
};

/** Fails where anything is there, and so follows no link. With the encoding in so many words Node writes a text in one call. */
const EXCLUSIVELY = { encoding: 'utf8', flag: 'wx' } as const;

/** The system's own is much the faster one; elsewhere it also has its own mind about letter case and drives. */
const realPath = process.platform === 'linux' ? realpathSync.native : realpathSync;

/** A path of the system's in the form that the program uses: `C:\a` becomes `C:/a`; unchanged where `/` is the separator. */
export function withSlashes(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}

function readHead(path: string, length: number): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const head = new Uint8Array(length);
    return head.subarray(0, readSync(file, head, 0, length, 0));
  } finally {
    closeSync(file);
  }
}

/** Without an exception for what does not exist: it costs more than many calls of `stat`. */
const QUIETLY = { throwIfNoEntry: false } as const;

function statOf(
  path: string,
  stat: (path: string, options: typeof QUIETLY) => Stats | undefined,
): FileStat | undefined {
  try {
    const found = stat(path, QUIETLY);
    if (found === undefined) return undefined;
    return {
      kind: kindOf(found),
      size: found.size,
      mtimeMs: found.mtimeMs,
      ctimeMs: found.ctimeMs,
      birthtimeMs: found.birthtimeMs,
      device: found.dev,
      inode: found.ino,
    };
  } catch (error) {
    const refused = toFsError(path, error);
    // A link that leads nowhere or round in a circle has nothing at its end.
    if (refused.code === 'ENOENT' || refused.code === 'ENOTDIR' || refused.code === 'ELOOP') return undefined;
    throw refused;
  }
}

function kindOf(entry: { isFile(): boolean; isDirectory(): boolean; isSymbolicLink(): boolean }): EntryKind {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'other';
}

function attempt<Result>(path: string, call: () => Result): Result {
  try {
    return call();
  } catch (error) {
    throw toFsError(path, error);
  }
}

function toFsError(path: string, error: unknown): FsError {
  const { code = 'EIO', message } = error as NodeJS.ErrnoException;
  return new FsError(code, path, message);
}
