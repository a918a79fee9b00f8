/** The memory of compiled stylesheets between builds: one file for each, good as long as everything that was looked at is the same. */

import { FsError, type WriteFs } from '../base/fs.ts';
import { fingerprint } from '../base/hash.ts';
import type { FolderTable, Root } from './folder-table.ts';
import { fromRootedPath } from './importer.ts';
import type { Compiled, Reads, StylesheetJob } from './jobs.ts';
import { candidates } from './resolve.ts';

/** Changes whenever a record of before would be misread. */
const FORMAT = 1;

export interface Records {
  /** The result of an earlier build for `job`, if everything that it depends on is as it was. */
  find(job: StylesheetJob, table: FolderTable): Compiled | undefined;
  /** Whether what the stylesheet at `path` imported is as it was; its own text is not looked at. */
  importsUnchanged(path: string, table: FolderTable): boolean;
  /** A record that can't be written only costs the next build time. */
  keep(job: StylesheetJob, compiled: Compiled): void;
}

/** `variant` tells apart what makes one stylesheet compile differently: compiler, settings, places. */
export function createRecords(
  fs: WriteFs,
  cacheFolder: string | undefined,
  roots: readonly Root[],
  variant: string,
): Records {
  const folder = cacheFolder === undefined ? undefined : `${cacheFolder}/sass`;
  const fileOf = (job: Pick<StylesheetJob, 'path'> & { readonly text?: string }): string =>
    `${folder}/${fingerprint(JSON.stringify([FORMAT, variant, job.path ?? null, job.path === undefined ? job.text : null]))}.json`;
  let serial = 0;

  return {
    find(job, table) {
      if (folder === undefined) return undefined;
      const record = readRecord(fs, fileOf(job));
      if (record === undefined || record.entry !== entryOf(job)) return undefined;
      return isCurrent(record.compiled.reads, table, roots) ? record.compiled : undefined;
    },
    importsUnchanged(path, table) {
      if (folder === undefined) return false;
      const record = readRecord(fs, fileOf({ path }));
      return record !== undefined && isCurrent(record.compiled.reads, table, roots);
    },
    keep(job, compiled) {
      if (folder === undefined || cacheFolder === undefined) return;
      const record: Entry = { entry: entryOf(job), compiled };
      const body = JSON.stringify(record);
      const file = fileOf(job);
      const temporary = `${file}.${fingerprint(body + serial++)}.tmp`;
      try {
        makeFolders(fs, folder);
        fs.writeFile(temporary, `${fingerprint(body)}\n${body}`);
        fs.rename(temporary, file);
        prune(fs, folder);
      } catch (error) {
        if (!(error instanceof FsError)) throw error;
      }
    },
  };
}

interface Entry {
  readonly entry: string;
  readonly compiled: Compiled;
}

function entryOf({ text, syntax, startLine }: StylesheetJob): string {
  return fingerprint(JSON.stringify([text, syntax, startLine]));
}

/** The first line is the fingerprint of the rest, so that a torn or mended file is no record. */
function readRecord(fs: WriteFs, file: string): Entry | undefined {
  try {
    if (fs.stat(file) === undefined) return undefined;
    const text = new TextDecoder().decode(fs.readBytes(file));
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    // The door: what carries the right fingerprint was written by `keep`.
    return end > 0 && text.slice(0, end) === fingerprint(body) ? (JSON.parse(body) as Entry) : undefined;
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
        if (place === undefined) return false;
        const now = candidates(table, place, name, fromImport);
        return now.length === found.length && now.every((path, i) => path === found[i]);
      }) &&
      files.every(([path, print]) => {
        const file = fromRootedPath(path, roots);
        return (
          file !== undefined && table.inside(file) !== undefined && fingerprint(table.text(file)) === print
        );
      })
    );
  } catch (error) {
    if (error instanceof FsError) return false;
    throw error;
  }
}

function makeFolders(fs: WriteFs, folder: string): void {
  if (folder === '' || fs.stat(folder) !== undefined) return;
  makeFolders(fs, folder.slice(0, folder.lastIndexOf('/')));
  fs.makeFolder(folder);
}

/** More records than any site has stylesheets: texts of filters that are no more, settings that were tried once. */
const KEPT = 200;

function prune(fs: WriteFs, folder: string): void {
  const names = fs.list(folder).map(({ name }) => name);
  if (names.length <= KEPT) return;
  const ages = names.map((name) => ({ name, at: fs.stat(`${folder}/${name}`)?.mtimeMs ?? 0 }));
  ages.sort((a, b) => a.at - b.at);
  for (const { name } of ages.slice(0, names.length - KEPT / 2)) fs.removeFile(`${folder}/${name}`);
}
