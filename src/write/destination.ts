/** Decides, before anything is written, whether a folder may be the destination. Whose files lie in it: `ownership.ts`. */

import { baseName, expandPath, folderOf, isWithin } from '../base/paths.ts';
import {
  destinationHoldsInputs,
  destinationIsNoFolder,
  destinationIsProtected,
  destinationIsUnreadable,
} from '../diagnostics/catalogue/site/destination.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { type FileStat, FsError, type ReadFs } from '../ports/fs.ts';
import { type RecordPlace, recordPlace } from './record.ts';
import { systemReason } from './system-reason.ts';

/** A destination that passed the guard. */
export interface Destination {
  /** Absolute, links resolved as far as it exists. */
  readonly path: string;
  /** Where the record of what was made here lies, if there is one; undefined where none may be read or kept. */
  readonly record: RecordPlace | undefined;
}

export interface DestinationQuestion {
  /** Absolute. */
  readonly destination: string;
  /** Absolute. */
  readonly source: string;
  /** Absolute. */
  readonly cacheFolder: string;
  /** Whether the cache folder may be used. */
  readonly isCached: boolean;
  /** The user's home folder, where it is known. */
  readonly home: string | undefined;
  /** Absolute paths of files and folders that the site is made from: layouts, data, collections, configuration, theme. */
  readonly inputs: readonly string[];
}

/** The destination as it may be written to, or the reason why not. Reads only. */
export function guardDestination(fs: ReadFs, asked: DestinationQuestion): Destination | Diagnostic {
  const question = { ...asked, destination: expandPath(asked.destination, '/') };
  try {
    return examine(fs, question);
  } catch (error) {
    if (!(error instanceof FsError)) throw error;
    const facts = { destination: question.destination, path: error.path, reason: systemReason(error) };
    return diagnose(destinationIsUnreadable, facts);
  }
}

function examine(fs: ReadFs, question: DestinationQuestion): Destination | Diagnostic {
  const refusal = refuseName(fs, question);
  if (refusal !== undefined) return refusal;
  const path = resolve(fs, question.destination);
  return { path, record: question.isCached ? recordPlace(question.cacheFolder, path) : undefined };
}

function refuseName(fs: ReadFs, question: DestinationQuestion): Diagnostic | undefined {
  const { destination, source, home, cacheFolder } = question;
  const obstacle = firstNonFolder(fs, destination);
  if (obstacle !== undefined) return diagnose(destinationIsNoFolder, { destination, ...obstacle });
  const covers = coverage(fs, destination);
  const is = (what: string) => diagnose(destinationIsProtected, { destination, what });
  const real = resolve(fs, destination);
  if (isRoot(destination) || isRoot(real)) return is('the root folder of the disk');
  if (covers(source))
    return is(
      same(fs, destination, source) ? 'the source folder itself' : 'a folder that contains the source',
    );
  if (home !== undefined && home !== '' && covers(home))
    return is(same(fs, destination, home) ? 'your home folder' : 'a folder that contains your home folder');
  const control = [destination, real].flatMap((path) => path.split('/')).find(isVersionControl);
  if (control !== undefined) return is(`inside \`${control}\`, where version control stores its data`);
  if (covers(cacheFolder)) return is('a folder that contains the cache folder');
  if (isWithin(cacheFolder, destination) || isWithin(resolve(fs, cacheFolder), real))
    return is('inside the cache folder');
  const input = question.inputs.find(
    (path) => fs.stat(path) !== undefined && (covers(path) || isWithinFolder(fs, path, destination, real)),
  );
  if (input !== undefined) return diagnose(destinationHoldsInputs, { destination, input });
  return undefined;
}

/** A destination inside a folder of inputs (`_layouts/out`) would be read as one the next time. */
function isWithinFolder(fs: ReadFs, input: string, destination: string, real: string): boolean {
  return isWithin(input, destination) || isWithin(resolve(fs, input), real);
}

/** Tells whether a path is the destination or lies in it, by name, by resolved name and by identity on disk. */
function coverage(fs: ReadFs, destination: string): (path: string) => boolean {
  const real = resolve(fs, destination);
  const stat = fs.stat(destination);
  return (path) => {
    const resolved = resolve(fs, path);
    if (isWithin(destination, path) || isWithin(real, resolved)) return true;
    if (stat === undefined) return false;
    // Letter case, bind mounts: the same folder under a name that does not look like it.
    for (let folder = resolved; folder !== ''; folder = folderOf(folder)) {
      if (isSameEntry(stat, fs.stat(folder))) return true;
    }
    return false;
  };
}

function same(fs: ReadFs, a: string, b: string): boolean {
  return resolve(fs, a) === resolve(fs, b) || isSameEntry(fs.stat(a), fs.stat(b));
}

/** Some disks number nothing: an inode of 0 proves nothing. */
export function isSameEntry(a: FileStat | undefined, b: FileStat | undefined): boolean {
  if (a === undefined || b === undefined || a.inode === 0) return false;
  return a.inode === b.inode && a.device === b.device;
}

/** What stands on the way to the destination and is no folder. */
function firstNonFolder(fs: ReadFs, destination: string): { obstacle: string; kind: string } | undefined {
  for (let path = destination; path !== '' && !isRoot(path); path = folderOf(path)) {
    const there = fs.stat(path);
    if (there?.kind === 'folder') return undefined;
    if (there !== undefined) return { obstacle: path, kind: there.kind === 'file' ? 'a file' : 'a device' };
    if (fs.linkStat(path) !== undefined) return { obstacle: path, kind: 'a broken link' };
  }
  return undefined;
}

/** The path with the links of its existing part resolved. */
function resolve(fs: ReadFs, path: string): string {
  let rest = '';
  for (let part = path; part !== '' && !isRoot(part); part = folderOf(part)) {
    if (fs.stat(part) !== undefined) return fs.realPath(part) + rest;
    rest = `/${baseName(part)}${rest}`;
  }
  return path;
}

function isRoot(path: string): boolean {
  return path === '/' || path === '' || /^[A-Za-z]:\/?$/.test(path);
}

/** Whether a name is that of a folder in which version control keeps its data. */
export function isVersionControl(segment: string): boolean {
  return /^\.(?:git|svn|hg)$/i.test(segment);
}
