/**
 * The cache folder and its files. Whoever writes the repository can put files there, so none is believed for its place or its
 * form: the folder bears a mark, and each file carries a fingerprint that rests on the identity which the disk gave the
 * mark's tag when this program created it. A repository contains names and texts but no inode and no time of creation
 * (docs/adr/0021).
 */

import { bearsMark, keyOf, linkOnTheWay, MARK, readSealed, sealed, TAG } from '../files/sealed.ts';
import { attempt, type ReadFs, type WriteFs } from '../ports/fs.ts';
import { confine, makeFolders, TEMPORARY_PREFIX } from './confined-folder.ts';

const TAG_TEXT = `Signature: 8a477f597d28d172789f06886806bc55
# Hastie keeps here what it made, to make it again sooner, and which files of the site's destination are its own.
# It may be removed as a whole. A copy of it is not used: Hastie reads only what it wrote in this very folder.
`;
/** The text of the mark in a folder that was there before. */
const FOUND = 'found';
/** Written so that nobody publishes the folder by accident. */
const IGNORE = '.gitignore';

/** What makes a folder the cache; all other files rest on these. */
export const MARK_FILES: readonly string[] = [TAG, MARK, IGNORE];

/** Why a folder is not used as a cache; undefined where it is, or can be made. Reads only. Throws `FsError`. */
export function cacheObstacle(fs: ReadFs, folder: string): string | undefined {
  const link = linkOnTheWay(fs, folder);
  if (link !== undefined) return link === folder ? 'it is a link' : `${link} is a link`;
  const there = fs.linkStat(folder);
  if (there === undefined) return undefined;
  if (there.kind !== 'folder') return 'it is not a folder';
  if (bearsMark(fs, folder) || isUnused(fs, folder)) return undefined;
  return 'it holds files that Hastie did not write there';
}

/** Whether the folder was there, empty, before it became the cache: then it stays when the cache goes. */
export function wasFound(fs: ReadFs, folder: string): boolean {
  const mark = readSealed(fs, folder, MARK);
  return mark !== undefined && new TextDecoder().decode(mark) === FOUND;
}

/** Replaces the file as a whole. False where the folder can't be written to or is not ours: then nothing is kept. */
export function writeSealed(fs: WriteFs, folder: string, name: string, body: Uint8Array): boolean {
  let isWritten = false;
  attempt(() => {
    isWritten = keepSealed(fs, folder, name, body);
  });
  return isWritten;
}

/** The same, where the system's refusal matters. Throws `FsError`; false where the folder is not ours. */
export function keepSealed(fs: WriteFs, folder: string, name: string, body: Uint8Array): boolean {
  const key = takePossession(fs, folder) ? keyOf(fs, folder) : undefined;
  if (key === undefined) return false;
  confine(fs, folder).replace(name, { text: sealed(key, name, body) });
  return true;
}

/**
 * Removes from a folder inside the cache the files that are named as `writeSealed`'s callers name theirs, a fingerprint and
 * `ending`, but those of `keep`, and what killed programs left; as far as that is possible.
 */
export function removeOthers(
  fs: WriteFs,
  folder: string,
  inside: string,
  ending: string,
  keep: ReadonlySet<string>,
): void {
  if (!bearsMark(fs, folder)) return;
  const confined = confine(fs, folder);
  if (!confined.hasFolder(inside)) return;
  attempt(() => {
    for (const { name, kind } of fs.list(`${folder}/${inside}`)) {
      const isOurs = (isNamed(name, ending) && !keep.has(name)) || name.startsWith(TEMPORARY_PREFIX);
      if (isOurs && kind === 'file') confined.remove(`${inside}/${name}`);
    }
  });
}

/** `fingerprint(…)` with an ending. */
function isNamed(name: string, ending: string): boolean {
  return name.endsWith(ending) && /^[0-9a-z-]+$/.test(name.slice(0, -ending.length));
}

/** Makes the folder, or takes an empty one, and marks it. False where it holds what others put there. Throws `FsError`. */
function takePossession(fs: WriteFs, folder: string): boolean {
  if (bearsMark(fs, folder)) return true;
  if (linkOnTheWay(fs, folder) !== undefined) return false;
  const isFound = fs.linkStat(folder) !== undefined;
  if (!isFound) makeFolders(fs, folder);
  if (!isUnused(fs, folder)) return bearsMark(fs, folder);
  createUnlessThere(fs, `${folder}/${TAG}`, TAG_TEXT);
  const key = keyOf(fs, folder);
  if (key === undefined) return false;
  createUnlessThere(fs, `${folder}/${IGNORE}`, '*\n');
  // created whole: another build that has just come may read it
  const body = new TextEncoder().encode(isFound ? FOUND : '');
  confine(fs, folder).replace(MARK, { text: sealed(key, MARK, body) });
  return true;
}

/** Another build may be making it, too: then both go by its file. */
function createUnlessThere(fs: WriteFs, path: string, text: string): void {
  const refusal = attempt(() => fs.createFile(path, text));
  if (refusal !== undefined && refusal.code !== 'EEXIST') throw refusal;
}

/** Whether there is nothing in a folder but what `takePossession` puts there first. */
function isUnused(fs: ReadFs, folder: string): boolean {
  const names = fs.list(folder).map(({ name }) => name);
  return names.every((name) => name === TAG || name === IGNORE || name.startsWith(TEMPORARY_PREFIX));
}
