/** Writes the user's cache of themes (`config/theme/theme-cache.ts` says what is where), and looks through what lies there unsealed. */

import {
  refName,
  sealName,
  type ThemeVersion,
  treeFiles,
  treeFolder,
  treeStamp,
} from '../config/theme/theme-cache.ts';
import type { ThemeReference } from '../config/theme/theme-reference.ts';
import { attempt, FsError, type ReadFs, type WriteFs } from '../ports/fs.ts';
import { writeSealed } from '../write/cache-folder.ts';
import { type ConfinedFolder, confine, makeFolders } from '../write/confined-folder.ts';
import { treeDigest } from './tree-digest.ts';
import type { ThemeTree } from './unpack.ts';

/**
 * Puts a tree into the cache in place of whatever is there under its digest, and seals it last. Throws `FsError`, and leaves nothing
 * of the tree then.
 */
export function storeTree(fs: WriteFs, cache: string, digest: string, tree: ThemeTree): void {
  // takes the folder, if it is to be had
  writeSealed(fs, cache, sealName(digest), new Uint8Array());
  makeFolders(fs, cache);
  const confined = confine(fs, cache);
  try {
    clearTree(fs, confined, digest);
    for (const [path, content] of tree) confined.replace(`trees/${digest}/${path}`, { text: content });
    sealTree(fs, cache, digest);
  } catch (error) {
    if (error instanceof FsError) attempt(() => clearTree(fs, confined, digest));
    throw error;
  }
}

/** Notes that the tree of this digest is as this program has written or seen it. Where the folder was copied nothing is noted. */
export function sealTree(fs: WriteFs, cache: string, digest: string): void {
  const stamp = treeStamp(fs, treeFolder(cache, digest));
  if (stamp !== undefined) writeSealed(fs, cache, sealName(digest), new TextEncoder().encode(stamp));
}

/** Notes what a branch, tag or commit was. */
export function keepVersion(
  fs: WriteFs,
  cache: string,
  reference: ThemeReference,
  { commit, digest }: ThemeVersion,
): void {
  writeSealed(fs, cache, refName(reference), new TextEncoder().encode(`${commit ?? '-'} ${digest}`));
}

/** Whether the tree has the files that its digest is of. Reads them all. */
export function isTreeSound(
  fs: ReadFs,
  cache: string,
  digest: string,
  sha256: (content: Uint8Array) => string,
): boolean {
  const folder = treeFolder(cache, digest);
  let isSound = false;
  attempt(() => {
    if (fs.linkStat(folder)?.kind !== 'folder') return;
    const paths = treeFiles(fs, folder);
    if (paths === undefined) return;
    const tree = new Map(paths.map((path) => [path, fs.readBytes(`${folder}/${path}`)]));
    isSound = treeDigest(tree, sha256) === digest;
  });
  return isSound;
}

/** Removes the files of a tree, links themselves, and its folders. Throws `FsError`. */
function clearTree(fs: WriteFs, confined: ConfinedFolder, digest: string): void {
  const clear = (key: string): void => {
    for (const { name, kind } of fs.list(`${confined.path}/${key}`)) {
      if (kind === 'folder') clear(`${key}/${name}`);
      else confined.remove(`${key}/${name}`);
    }
    confined.removeFolder(key);
  };
  if (confined.hasFolder(`trees/${digest}`)) clear(`trees/${digest}`);
}
