/**
 * The record of what Hastie made in a destination. It lies in the cache folder, so that nothing but the site is in the
 * destination, and it is not a cache: `disable_disk_cache` and `safe` do without results of earlier builds, not without it.
 * It holds for the folder that it was written for, not for another one of that name. Without it a folder is taken for ours
 * only on other evidence (`write.ts`).
 */

import { fingerprint } from '../base/hash.ts';
import { folderOf } from '../base/paths.ts';
import { type FileStat, FsError, type ReadFs, type WriteFs } from '../ports/fs.ts';
import { makeFolders } from './folders.ts';

/**
 * What tells a folder from another one that takes its name later: a file system may give a number out again, but not with
 * the same time. The device is left out: its number changes from one start of the system to the next.
 */
export type FolderIdentity = Pick<FileStat, 'inode' | 'birthtimeMs'>;

export interface DestinationRecord {
  readonly folder: FolderIdentity;
  /** Whether Hastie made the folder itself: an empty one of the user's stays when the site is removed. */
  readonly isMade: boolean;
  /** The files that Hastie made there; one that ends with `/` is a folder that could not be removed. */
  readonly keys: ReadonlySet<string>;
}

const ENDING = '.json';

/** Where the record of `destination` lies; both absolute. */
export function recordPath(cacheFolder: string, destination: string): string {
  return `${recordFolder(cacheFolder)}/${fingerprint(destination)}${ENDING}`;
}

/** The folder of all records of a site. */
export function recordFolder(cacheFolder: string): string {
  return `${cacheFolder}/destinations`;
}

/** Undefined where there is no record, none that can be understood, or one of a folder that is no longer there. Throws `FsError`. */
export function readRecord(fs: ReadFs, path: string, destination: string): DestinationRecord | undefined {
  const read = parseRecord(fs, path);
  const isThere = read?.destination === destination && isSameFolder(fs.stat(destination), read.folder);
  return isThere ? read : undefined;
}

/** Replaces the record as a whole; the destination must be there. Throws `FsError`. */
export function writeRecord(
  fs: WriteFs,
  path: string,
  destination: string,
  { isMade, keys }: { readonly isMade: boolean; readonly keys: Iterable<string> },
): void {
  const folder = identityOf(fs.stat(destination));
  makeFolders(fs, folderOf(path));
  const temporary = `${path}.new`;
  fs.writeFile(temporary, `${JSON.stringify({ destination, folder, isMade, keys: [...keys].sort() })}\n`);
  fs.rename(temporary, path);
}

/** Paths of the records whose destinations are still the folders that they were written for. Throws `FsError`. */
export function recordsInUse(fs: ReadFs, cacheFolder: string): ReadonlySet<string> {
  const folder = recordFolder(cacheFolder);
  if (fs.linkStat(folder)?.kind !== 'folder') return new Set();
  const paths = fs.list(folder).map(({ name }) => `${folder}/${name}`);
  return new Set(
    paths.filter((path) => {
      const read = path.endsWith(ENDING) ? parseRecord(fs, path) : undefined;
      return read !== undefined && isSameFolder(fs.stat(read.destination), read.folder);
    }),
  );
}

export function identityOf(stat: FileStat | undefined): FolderIdentity {
  return { inode: stat?.inode ?? 0, birthtimeMs: stat?.birthtimeMs ?? 0 };
}

export function isSameFolder(stat: FileStat | undefined, known: FolderIdentity): boolean {
  return stat?.kind === 'folder' && stat.inode === known.inode && stat.birthtimeMs === known.birthtimeMs;
}

function parseRecord(
  fs: ReadFs,
  path: string,
): (DestinationRecord & { readonly destination: string }) | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder().decode(fs.readBytes(path)));
  } catch (error) {
    if (error instanceof FsError || error instanceof SyntaxError) return undefined;
    throw error;
  }
  if (typeof parsed !== 'object' || parsed === null) return undefined;
  const { destination, folder, isMade, keys } = parsed as Readonly<Record<string, unknown>>;
  if (typeof destination !== 'string' || typeof isMade !== 'boolean' || !isIdentity(folder)) return undefined;
  if (!Array.isArray(keys) || !keys.every((key) => typeof key === 'string')) return undefined;
  return { destination, folder, isMade, keys: new Set<string>(keys) };
}

function isIdentity(value: unknown): value is FolderIdentity {
  if (typeof value !== 'object' || value === null) return false;
  const { inode, birthtimeMs } = value as Readonly<Record<string, unknown>>;
  return typeof inode === 'number' && typeof birthtimeMs === 'number';
}
