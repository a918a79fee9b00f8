/**
 * Notes what a build asks of the world, files and environment, with the answers: as long as each would be the same, so
 * would be the build. Files are told by their stamp (size, times, inode): whoever changes one changes its time of change.
 */

import { fingerprint } from '../base/hash.ts';
import { baseName, folderOf, isWithin } from '../base/paths.ts';
import type { Env } from '../ports/env.ts';
import { type Entry, type FileStat, FsError, type ReadFs, type WriteFs } from '../ports/fs.ts';

/** Plain data. */
export interface WorldReads {
  /** What was at a path, links followed. */
  readonly entries: readonly (readonly [path: string, stamp: string])[];
  /** The same, without following a link. */
  readonly links: readonly (readonly [path: string, stamp: string])[];
  /** Folders that were listed: the folder's stamp, and what tells its entries where that has changed. */
  readonly listings: readonly (readonly [folder: string, stamp: string, entries: string])[];
  readonly realPaths: readonly (readonly [path: string, target: string])[];
  readonly variables: readonly (readonly [name: string, value: string | null])[];
  readonly timeZone: string;
}

export interface WorldTrace {
  readonly fs: WriteFs;
  readonly env: Env;
  /** A file that somebody else reads for the build. */
  noteFile(path: string): void;
  /**
   * @param startedMs when the build began, by the system's clock
   * @param own folders that the program itself writes to: what lies in them is not noted
   * @returns undefined where an answer can't be compared with a later one
   */
  reads(startedMs: number, own: readonly string[]): WorldReads | undefined;
}

/** Times of files advance in steps: a file younger than this when it is looked at may change again without showing it. */
const STEP_MS = 20;
const COARSE_STEP_MS = 2500;

export function createWorldTrace(fs: WriteFs, env: Env): WorldTrace {
  const entries = new Map<string, FileStat | undefined>();
  const links = new Map<string, FileStat | undefined>();
  const listings = new Map<string, Listing>();
  const realPaths = new Map<string, string>();
  const variables = new Map<string, string | undefined>();
  /** A question that can't be asked again with the same answer. */
  let unsure = false;

  const surely = <Result>(call: () => Result): Result => {
    try {
      return call();
    } catch (error) {
      unsure = true;
      throw error;
    }
  };
  const stat = (path: string): FileStat | undefined => {
    const found = surely(() => fs.stat(path));
    if (!entries.has(path)) entries.set(path, found);
    return found;
  };
  const noteFile = (path: string): void => {
    if (!entries.has(path)) stat(path);
  };
  return {
    fs: {
      ...fs,
      stat,
      linkStat(path) {
        const found = surely(() => fs.linkStat(path));
        if (!links.has(path)) links.set(path, found);
        return found;
      },
      list(folder) {
        if (listings.has(folder)) return fs.list(folder);
        const found = surely(() => fs.stat(folder));
        const { list, code } = listOf(fs, folder);
        listings.set(folder, { stat: found, list, code });
        return code === undefined ? list : fs.list(folder);
      },
      realPath(path) {
        realPaths.set(path, targetOf(fs, path));
        return fs.realPath(path);
      },
      readBytes(path) {
        noteFile(path);
        return fs.readBytes(path);
      },
      readHead(path, length) {
        noteFile(path);
        return fs.readHead(path, length);
      },
    },
    env: {
      get(name) {
        const value = env.get(name);
        variables.set(name, value);
        return value;
      },
      get timeZone() {
        return env.timeZone;
      },
    },
    noteFile,
    reads(startedMs, own) {
      const isOwn = (path: string): boolean => own.some((folder) => isWithin(folder, path));
      const isYoung = (found: FileStat | undefined): boolean =>
        found !== undefined &&
        found.kind !== 'folder' &&
        found.ctimeMs > startedMs - (found.ctimeMs % 1000 === 0 ? COARSE_STEP_MS : STEP_MS);
      const stamps = (seen: ReadonlyMap<string, FileStat | undefined>) =>
        [...seen].filter(([path]) => !isOwn(path)).map(([path, found]) => [path, stampOf(found)] as const);
      const foreign = [...entries, ...links].filter(([path]) => !isOwn(path));
      if (unsure || foreign.some(([, found]) => isYoung(found))) return undefined;
      return {
        entries: stamps(entries),
        links: stamps(links),
        listings: [...listings]
          .filter(([folder]) => !isOwn(folder))
          .map(([folder, seen]) => [folder, listStamp(seen.stat), entriesOf(folder, seen, own)]),
        realPaths: [...realPaths].filter(([path]) => !isOwn(path)),
        variables: [...variables].map(([name, value]) => [name, value ?? null]),
        timeZone: env.timeZone,
      };
    },
  };
}

/** Whether the world would answer as it did. Reads only; what the system refuses is another answer. */
export function isSameWorld(reads: WorldReads, fs: ReadFs, env: Env, own: readonly string[]): boolean {
  try {
    return (
      reads.variables.every(([name, value]) => (env.get(name) ?? null) === value) &&
      reads.timeZone === env.timeZone &&
      reads.entries.every(([path, stamp]) => stampOf(fs.stat(path)) === stamp) &&
      reads.links.every(([path, stamp]) => stampOf(fs.linkStat(path)) === stamp) &&
      reads.realPaths.every(([path, target]) => targetOf(fs, path) === target) &&
      reads.listings.every(
        ([folder, stamp, entries]) =>
          listStamp(fs.stat(folder)) === stamp || entriesOf(folder, listOf(fs, folder), own) === entries,
      )
    );
  } catch (error) {
    if (error instanceof FsError) return false;
    throw error;
  }
}

/** Of a folder only which one it is: its times tell of its entries, and those are noted where they are listed. */
export function stampOf(found: FileStat | undefined): string {
  if (found === undefined) return '-';
  const { kind, size, mtimeMs, ctimeMs, inode } = found;
  return kind === 'folder' ? `d${inode}` : `${kind} ${size} ${mtimeMs} ${ctimeMs} ${inode}`;
}

/** Changes with every entry that comes or goes. */
function listStamp(found: FileStat | undefined): string {
  return found === undefined ? '-' : `${found.mtimeMs} ${found.ctimeMs} ${found.inode}`;
}

interface Listed {
  readonly list: readonly Entry[];
  /** The name of the system's refusal. */
  readonly code: string | undefined;
}

interface Listing extends Listed {
  readonly stat: FileStat | undefined;
}

function listOf(fs: ReadFs, folder: string): Listed {
  try {
    return { list: fs.list(folder), code: undefined };
  } catch (error) {
    if (error instanceof FsError) return { list: [], code: error.code };
    throw error;
  }
}

/** Where a path leads, or the name of the system's refusal. */
function targetOf(fs: ReadFs, path: string): string {
  try {
    return fs.realPath(path);
  } catch (error) {
    if (error instanceof FsError) return error.code;
    throw error;
  }
}

/** The names in a folder but those of the program's own. */
function entriesOf(folder: string, { list, code }: Listed, own: readonly string[]): string {
  if (code !== undefined) return code;
  const ours = new Set(own.filter((path) => folderOf(path) === folder).map(baseName));
  const names = list.filter(({ name }) => !ours.has(name)).map(({ name, kind }) => `${kind} ${name}`);
  return fingerprint(names.join('\n'));
}
