/**
 * The record of what Hastie made in a destination. It lies in the cache folder, so that nothing but the site is in the
 * destination, and it is not a cache of results: `disable_disk_cache` does without those, not without it. It holds for the
 * folder that it was written for, not for another one of that name. Without it a folder is taken for ours only on other
 * evidence (`write.ts`).
 */

import { fingerprint } from '../base/hash.ts';
import { readSealed } from '../files/sealed.ts';
import type { Output } from '../model/output.ts';
import { type FileStat, FsError, type ReadFs, type WriteFs } from '../ports/fs.ts';
import { keepSealed } from './cache-folder.ts';

/** Where a record lies. */
export interface RecordPlace {
  /** Absolute. */
  readonly cacheFolder: string;
  /** In the cache folder. */
  readonly name: string;
}

/**
 * What tells a folder from another one that takes its name later: a file system may give a number out again, but not with
 * the same time. The device is left out: its number changes from one start of the system to the next.
 */
export type FolderIdentity = Pick<FileStat, 'inode' | 'birthtimeMs'>;

export interface DestinationRecord {
  readonly folder: FolderIdentity;
  /** Whether Hastie made the folder itself: an empty one of the user's stays when the site is removed. */
  readonly isMade: boolean;
  /** Keys of the folders that lay there before a file of Hastie's came into them: they stay, too. */
  readonly found: ReadonlySet<string>;
  /** The files that Hastie made there; one that ends with `/` is a folder that could not be removed. */
  readonly keys: ReadonlySet<string>;
}

/** What this process itself left in a destination. */
export interface Written {
  /** The destination, as it was then. */
  readonly folder: FolderIdentity;
  /** By key, in order. */
  readonly outputs: ReadonlyMap<string, Output>;
}

const FOLDER = 'destinations';
const ENDING = '.json';

/** Where the record of `destination` lies; both absolute. */
export function recordPlace(cacheFolder: string, destination: string): RecordPlace {
  return { cacheFolder, name: `${FOLDER}/${fingerprint(destination)}${ENDING}` };
}

export function pathOfRecord({ cacheFolder, name }: RecordPlace): string {
  return `${cacheFolder}/${name}`;
}

/** Undefined where there is no record, none that was written here, or one of a folder that is no longer there. Throws `FsError`. */
export function readRecord(
  fs: ReadFs,
  place: RecordPlace,
  destination: string,
): DestinationRecord | undefined {
  const read = parseRecord(fs, place);
  const isThere = read?.destination === destination && isSameFolder(fs.linkStat(destination), read.folder);
  return isThere ? read : undefined;
}

interface RecordedFiles {
  readonly isMade: boolean;
  readonly keys: Iterable<string>;
  readonly found?: Iterable<string>;
}

/** Replaces the record as a whole; the destination must be there. False where the cache folder is not ours. Throws `FsError`. */
export function writeRecord(
  fs: WriteFs,
  { cacheFolder, name }: RecordPlace,
  destination: string,
  { isMade, keys, found = [] }: RecordedFiles,
): boolean {
  const folder = identityOf(fs.linkStat(destination));
  const text = `${JSON.stringify({ destination, folder, isMade, keys: [...keys].sort(), found: [...found].sort() })}\n`;
  return keepSealed(fs, cacheFolder, name, new TextEncoder().encode(text));
}

/** Paths of the records whose destinations are still the folders that they were written for. Throws `FsError`. */
export function recordsInUse(fs: ReadFs, cacheFolder: string): ReadonlySet<string> {
  const folder = `${cacheFolder}/${FOLDER}`;
  if (fs.linkStat(folder)?.kind !== 'folder') return new Set();
  const places = fs.list(folder).map(({ name }) => ({ cacheFolder, name: `${FOLDER}/${name}` }));
  const used = places.filter((place) => {
    const read = place.name.endsWith(ENDING) ? parseRecord(fs, place) : undefined;
    return read !== undefined && isSameFolder(fs.linkStat(read.destination), read.folder);
  });
  return new Set(used.map(pathOfRecord));
}

export function identityOf(stat: FileStat | undefined): FolderIdentity {
  return { inode: stat?.inode ?? 0, birthtimeMs: stat?.birthtimeMs ?? 0 };
}

/** Some disks number nothing: an inode of 0 proves nothing. */
export function isSameFolder(stat: FileStat | undefined, known: FolderIdentity): boolean {
  return (
    stat?.kind === 'folder' &&
    stat.inode !== 0 &&
    stat.inode === known.inode &&
    stat.birthtimeMs === known.birthtimeMs
  );
}

function parseRecord(
  fs: ReadFs,
  { cacheFolder, name }: RecordPlace,
): (DestinationRecord & { readonly destination: string }) | undefined {
  const body = readSealed(fs, cacheFolder, name);
  let parsed: unknown;
  try {
    parsed = body && JSON.parse(new TextDecoder().decode(body));
  } catch (error) {
    if (error instanceof FsError || error instanceof SyntaxError) return undefined;
    throw error;
  }
  if (typeof parsed !== 'object' || parsed === null) return undefined;
  const { destination, folder, isMade, keys, found = [] } = parsed as Readonly<Record<string, unknown>>;
  if (typeof destination !== 'string' || typeof isMade !== 'boolean' || !isIdentity(folder)) return undefined;
  if (!isTexts(keys) || !isTexts(found)) return undefined;
  return { destination, folder, isMade, keys: new Set(keys), found: new Set(found) };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function isIdentity(value: unknown): value is FolderIdentity {
  if (typeof value !== 'object' || value === null) return false;
  const { inode, birthtimeMs } = value as Readonly<Record<string, unknown>>;
  return typeof inode === 'number' && typeof birthtimeMs === 'number';
}
