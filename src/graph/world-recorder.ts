/**
 * Records what a build asks of the world, files and environment, with the answers: while each would be the same, so would
 * be the build. A file is identified by its stamp (size, times, inode): whoever changes it changes its time of change.
 */

import { fingerprint } from '../base/hash.ts';
import { baseName, folderOf, isWithin } from '../base/paths.ts';
import type { Env } from '../ports/env.ts';
import { type Entry, type FileStat, FsError, type ReadFs, type WriteFs } from '../ports/fs.ts';
import type { Node, Resolvers } from './nodes.ts';
import type { Reading } from './readings.ts';

/** Times of files advance in steps: a file younger than this when it is read may change again without showing it. */
const STEP_MS = 20;
const COARSE_STEP_MS = 2500;

export class WorldRecorder {
  /** The file system, recorded. */
  readonly fs: WriteFs;
  /** The environment, recorded. */
  readonly env: Env;
  /** The absolute paths of the files that were read. */
  readonly filesRead = new Set<string>();
  readonly #fs: WriteFs;
  readonly #env: Env;
  readonly #entries = new Map<string, FileStat | undefined>();
  readonly #links = new Map<string, FileStat | undefined>();
  readonly #listings = new Map<string, Listing>();
  readonly #realPaths = new Map<string, string>();
  readonly #variables = new Map<string, string | undefined>();
  /** Whether a question could not be asked again with the same answer. */
  #isUnsure = false;

  constructor(fs: WriteFs, env: Env) {
    this.#fs = fs;
    this.#env = env;
    this.fs = {
      ...fs,
      stat: (path) => this.#stat(path),
      linkStat: (path) => this.#linkStat(path),
      list: (folder) => this.#list(folder),
      realPath: (path) => {
        this.#realPaths.set(path, targetOf(fs, path));
        return fs.realPath(path);
      },
      readBytes: (path) => {
        this.#readFile(path);
        return fs.readBytes(path);
      },
      readHead: (path, length) => {
        this.#readFile(path);
        return fs.readHead(path, length);
      },
    };
    this.env = {
      get: (name) => {
        const value = env.get(name);
        this.#variables.set(name, value);
        return value;
      },
      get timeZone() {
        return env.timeZone;
      },
    };
  }

  /**
   * @param startedMs when the build began, by the system's clock
   * @param own folders that the program itself writes to: what lies in them is not recorded
   * @returns undefined where an answer can't be compared with a later one
   */
  readings(startedMs: number, own: readonly string[]): readonly Reading[] | undefined {
    const isOwn = (path: string): boolean => own.some((folder) => isWithin(folder, path));
    const isYoung = (found: FileStat | undefined): boolean =>
      found !== undefined &&
      found.kind !== 'folder' &&
      found.ctimeMs > startedMs - (found.ctimeMs % 1000 === 0 ? COARSE_STEP_MS : STEP_MS);
    const foreign = [...this.#entries, ...this.#links].filter(([path]) => !isOwn(path));
    if (this.#isUnsure || foreign.some(([, found]) => isYoung(found))) return undefined;
    const readings: Reading[] = [{ node: { kind: 'timeZone' }, fingerprint: this.#env.timeZone }];
    const add = (node: Node, print: string): void => void readings.push({ node, fingerprint: print });
    for (const [name, value] of this.#variables) add({ kind: 'variable', name }, variableText(value));
    for (const [path, found] of this.#entries) if (!isOwn(path)) add({ kind: 'entry', path }, stampOf(found));
    for (const [path, found] of this.#links) if (!isOwn(path)) add({ kind: 'link', path }, stampOf(found));
    for (const [path, target] of this.#realPaths) if (!isOwn(path)) add({ kind: 'realPath', path }, target);
    for (const [folder, seen] of this.#listings)
      if (!isOwn(folder))
        add({ kind: 'listing', folder }, `${folderStamp(seen.stat)}\n${namesText(folder, seen, own)}`);
    return readings;
  }

  #surely<Result>(call: () => Result): Result {
    try {
      return call();
    } catch (error) {
      this.#isUnsure = true;
      throw error;
    }
  }

  #stat(path: string): FileStat | undefined {
    const found = this.#surely(() => this.#fs.stat(path));
    if (!this.#entries.has(path)) this.#entries.set(path, found);
    return found;
  }

  #linkStat(path: string): FileStat | undefined {
    const found = this.#surely(() => this.#fs.linkStat(path));
    if (!this.#links.has(path)) this.#links.set(path, found);
    return found;
  }

  #readFile(path: string): void {
    this.filesRead.add(path);
    if (!this.#entries.has(path)) this.#stat(path);
  }

  #list(folder: string): readonly Entry[] {
    if (this.#listings.has(folder)) return this.#fs.list(folder);
    const stat = this.#surely(() => this.#fs.stat(folder));
    const listing = { stat, ...listOf(this.#fs, folder) };
    this.#listings.set(folder, listing);
    return listing.code === undefined ? listing.list : this.#fs.list(folder);
  }
}

/** What the world answers now. Reads only. */
export function worldResolvers(
  fs: ReadFs,
  env: Env,
  own: readonly string[],
): Resolvers<'entry' | 'link' | 'listing' | 'realPath' | 'variable' | 'timeZone'> {
  return {
    entry: ({ path }) => stampOf(fs.stat(path)),
    link: ({ path }) => stampOf(fs.linkStat(path)),
    listing({ folder }, before) {
      const stamp = folderStamp(fs.stat(folder));
      // the names are the same in a folder whose times are
      if (before?.startsWith(`${stamp}\n`)) return before;
      const names = namesText(folder, listOf(fs, folder), own);
      return before?.endsWith(`\n${names}`) ? before : `${stamp}\n${names}`;
    },
    realPath: ({ path }) => targetOf(fs, path),
    variable: ({ name }) => variableText(env.get(name)),
    timeZone: () => env.timeZone,
  };
}

/** Of a folder only which one it is: its times say that its entries have changed, and those are recorded where they are listed. */
export function stampOf(found: FileStat | undefined): string {
  if (found === undefined) return '-';
  const { kind, size, mtimeMs, ctimeMs, inode } = found;
  return kind === 'folder' ? `d${inode}` : `${kind} ${size} ${mtimeMs} ${ctimeMs} ${inode}`;
}

function variableText(value: string | undefined): string {
  return value === undefined ? '-' : `=${value}`;
}

/** Changes with every entry that comes or goes. */
function folderStamp(found: FileStat | undefined): string {
  return found === undefined ? '-' : `${found.mtimeMs} ${found.ctimeMs} ${found.inode}`;
}

interface Names {
  readonly list: readonly Entry[];
  /** The name of the system's error. */
  readonly code: string | undefined;
}

interface Listing extends Names {
  /** Of the folder, before it was listed. */
  readonly stat: FileStat | undefined;
}

function listOf(fs: ReadFs, folder: string): Names {
  try {
    return { list: fs.list(folder), code: undefined };
  } catch (error) {
    if (error instanceof FsError) return { list: [], code: error.code };
    throw error;
  }
}

/** Where a path leads, or the name of the system's error. */
function targetOf(fs: ReadFs, path: string): string {
  try {
    return fs.realPath(path);
  } catch (error) {
    if (error instanceof FsError) return error.code;
    throw error;
  }
}

/** The names in a folder except the program's own folders. */
function namesText(folder: string, { list, code }: Names, own: readonly string[]): string {
  if (code !== undefined) return code;
  const ours = new Set(own.filter((path) => folderOf(path) === folder).map(baseName));
  const names = list.filter(({ name }) => !ours.has(name)).map(({ name, kind }) => `${kind} ${name}`);
  return fingerprint(names.join('\n'));
}
