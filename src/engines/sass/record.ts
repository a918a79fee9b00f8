/** The memory of compiled stylesheets between builds: one file for each, good as long as everything that was looked at is the same. */

import { fingerprint } from '../../base/hash.ts';
import { readSealed, removeOthers, writeSealed } from '../../files/cache-folder.ts';
import { FsError, type WriteFs } from '../../ports/fs.ts';
import { absolutePath, type FolderTable, type Root } from './folder-table.ts';
import { fromRootedPath } from './importer.ts';
import type { Compiled, Reads, StylesheetJob } from './jobs.ts';
import { candidates } from './resolve.ts';

/** Changes whenever a record of before would be misread. */
const FORMAT = 1;

/** In the cache folder. */
const FOLDER = 'sass';
const ENDING = '.sheet';

export interface Records {
  /** The result of an earlier build for `job`, if everything that it depends on is as it was. */
  find(job: StylesheetJob): Compiled | undefined;
  /** Whether what the stylesheet at `path` imported is as it was; its own text is not looked at. */
  importsUnchanged(path: string): boolean;
  /** Asks again for all that a compilation has looked at, for those who watch the files. */
  look(reads: Reads): void;
  /** A record that can't be written only costs the next build time. */
  keep(job: StylesheetJob, compiled: Compiled): void;
}

/** `variant` tells apart what makes one stylesheet compile differently: compiler, settings, places. */
export function createRecords(
  fs: WriteFs,
  cacheFolder: string | undefined,
  table: FolderTable,
  roots: readonly Root[],
  variant: string,
): Records {
  if (cacheFolder === undefined)
    return { find: () => undefined, importsUnchanged: () => false, look: () => {}, keep: () => {} };
  const current = new Map<string, Entry | undefined>();
  const fileOf = (path: string | undefined, text: string): string =>
    `${FOLDER}/${fingerprint(JSON.stringify([FORMAT, variant, path ?? null, path === undefined ? text : null]))}${ENDING}`;
  const read = (file: string): Entry | undefined => {
    if (!current.has(file)) {
      const entry = readEntry(fs, cacheFolder, file);
      current.set(file, entry && isCurrent(entry.reads, table, roots) ? entry : undefined);
    }
    return current.get(file);
  };

  return {
    find(job) {
      const entry = read(fileOf(job.path, job.text));
      return entry?.job === fingerprintOf(job) ? entry.compiled() : undefined;
    },
    look(reads) {
      for (const [path] of reads.files) {
        const file = fromRootedPath(path, roots);
        if (file !== undefined) fs.stat(absolutePath(file));
      }
      isCurrent({ files: [], lookups: reads.lookups }, table, roots);
    },
    importsUnchanged: (path) => read(fileOf(path, '')) !== undefined,
    keep(job, compiled) {
      try {
        writeEntry(fs, cacheFolder, fileOf(job.path, job.text), fingerprintOf(job), compiled);
        prune(fs, cacheFolder);
      } catch (error) {
        if (!(error instanceof FsError)) throw error;
      }
    },
  };
}

interface Entry {
  readonly job: string;
  readonly reads: Reads;
  compiled(): Compiled;
}

/** What stands in the first line after the fingerprint; the stylesheet and its map follow as they are. */
interface Head extends Omit<Compiled, 'css' | 'map'> {
  readonly job: string;
  readonly cssLength: number;
  readonly hasMap: boolean;
}

function fingerprintOf({ text, syntax, startLine }: StylesheetJob): string {
  return fingerprint(JSON.stringify([text, syntax, startLine]));
}

function writeEntry(fs: WriteFs, cacheFolder: string, name: string, job: string, compiled: Compiled): void {
  const { css = '', map, ...rest } = compiled;
  const head: Head = { ...rest, job, cssLength: css.length, hasMap: map !== undefined };
  writeSealed(fs, cacheFolder, name, new TextEncoder().encode(`${JSON.stringify(head)}\n${css}${map ?? ''}`));
}

/** Undefined where there is no file, or one that is torn or was not written here. */
function readEntry(fs: WriteFs, cacheFolder: string, name: string): Entry | undefined {
  const body = readSealed(fs, cacheFolder, name);
  if (body === undefined) return undefined;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(body);
  const end = text.indexOf('\n');
  // What can be read was written by `writeEntry`.
  const { job, cssLength, hasMap, ...rest } = JSON.parse(text.slice(0, end)) as Head;
  const css = end + 1 + cssLength;
  return {
    job,
    reads: rest.reads,
    compiled: () => ({
      ...rest,
      css: text.slice(end + 1, css),
      ...(hasMap ? { map: text.slice(css) } : {}),
    }),
  };
}

function isCurrent({ files, lookups }: Reads, table: FolderTable, roots: readonly Root[]): boolean {
  try {
    return (
      lookups.every(([at, name, fromImport, found]) => {
        const place = fromRootedPath(at, roots);
        const now = place === undefined ? undefined : candidates(table, place, name, fromImport);
        return now?.length === found.length && now.every((path, i) => path === found[i]);
      }) &&
      files.every(([path, print]) => {
        const file = fromRootedPath(path, roots);
        return file !== undefined && table.inside(file) && table.fingerprint(file) === print;
      })
    );
  } catch (error) {
    if (error instanceof FsError) return false;
    throw error;
  }
}

/** More than any site has stylesheets: the rest are texts of filters that are no more and settings that were tried once. */
const KEPT = 200;

function prune(fs: WriteFs, cacheFolder: string): void {
  const folder = `${cacheFolder}/${FOLDER}`;
  const names = fs.list(folder).map(({ name }) => name);
  if (names.length <= KEPT) return;
  const ages = names.map((name) => ({ name, at: fs.linkStat(`${folder}/${name}`)?.mtimeMs ?? 0 }));
  ages.sort((a, b) => b.at - a.at);
  removeOthers(fs, cacheFolder, FOLDER, ENDING, new Set(ages.slice(0, KEPT / 2).map(({ name }) => name)));
}
