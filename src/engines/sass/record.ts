/** The memory of compiled stylesheets between builds: one file for each, good as long as everything that was looked at is the same. */

import { fingerprint, fingerprintBytes } from '../../base/hash.ts';
import { FsError, type WriteFs } from '../../ports/fs.ts';
import { absolutePath, type FolderTable, type Root } from './folder-table.ts';
import { fromRootedPath } from './imports/importer.ts';
import { candidates } from './imports/resolve.ts';
import type { Compiled, Reads, StylesheetJob } from './jobs.ts';

/** Changes whenever a record of before would be misread. */
const FORMAT = 1;

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
  const folder = `${cacheFolder}/sass`;
  const current = new Map<string, Entry | undefined>();
  const fileOf = (path: string | undefined, text: string): string =>
    `${folder}/${fingerprint(JSON.stringify([FORMAT, variant, path ?? null, path === undefined ? text : null]))}.sheet`;
  const read = (file: string): Entry | undefined => {
    if (!current.has(file)) {
      const entry = readEntry(fs, file);
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
        writeEntry(fs, folder, fileOf(job.path, job.text), fingerprintOf(job), compiled);
        prune(fs, folder);
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

function writeEntry(fs: WriteFs, folder: string, file: string, job: string, compiled: Compiled): void {
  const { css = '', map, ...rest } = compiled;
  const head: Head = { ...rest, job, cssLength: css.length, hasMap: map !== undefined };
  const body = new TextEncoder().encode(`${JSON.stringify(head)}\n${css}${map ?? ''}`);
  const print = fingerprintBytes(body);
  const temporary = `${file}.${print}.tmp`;
  makeFolders(fs, folder);
  const whole = new Uint8Array(PRINT_LENGTH + body.length);
  whole.set(new TextEncoder().encode(print.padEnd(PRINT_LENGTH)));
  whole.set(body, PRINT_LENGTH);
  fs.writeFile(temporary, whole);
  fs.rename(temporary, file);
}

/** A multiple of four, so that what follows can be fingerprinted where it lies. */
const PRINT_LENGTH = 32;

/** Undefined where there is no file, or one that is torn or was changed by others. */
function readEntry(fs: WriteFs, file: string): Entry | undefined {
  try {
    if (fs.stat(file) === undefined) return undefined;
    const whole = fs.readBytes(file);
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    const body = whole.subarray(PRINT_LENGTH);
    if (decoder.decode(whole.subarray(0, PRINT_LENGTH)).trimEnd() !== fingerprintBytes(body))
      return undefined;
    const text = decoder.decode(body);
    const end = text.indexOf('\n');
    // The door: what carries the right fingerprint was written by `writeEntry`.
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
  } catch (error) {
    if (error instanceof FsError || error instanceof SyntaxError) return undefined;
    throw error;
  }
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

function makeFolders(fs: WriteFs, folder: string): void {
  if (folder === '' || fs.stat(folder) !== undefined) return;
  makeFolders(fs, folder.slice(0, Math.max(0, folder.lastIndexOf('/'))));
  fs.makeFolder(folder);
}

/** More than any site has stylesheets: the rest are texts of filters that are no more and settings that were tried once. */
const KEPT = 200;

function prune(fs: WriteFs, folder: string): void {
  const names = fs.list(folder).map(({ name }) => name);
  if (names.length <= KEPT) return;
  const ages = names.map((name) => ({ name, at: fs.stat(`${folder}/${name}`)?.mtimeMs ?? 0 }));
  ages.sort((a, b) => a.at - b.at);
  for (const { name } of ages.slice(0, names.length - KEPT / 2)) fs.removeFile(`${folder}/${name}`);
}
