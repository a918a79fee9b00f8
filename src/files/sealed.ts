/**
 * Files that can be told from any that somebody else has put in their place: each carries a fingerprint that rests on the
 * identity which the disk gave to a tag in their folder when this program created it. A repository contains names and texts but
 * no inode and no time of creation (docs/adr/0021). Here they are read; `write/cache-folder.ts` writes them.
 */

import { fingerprint, fingerprintBytes } from '../base/hash.ts';
import { folderOf } from '../base/paths.ts';
import { FsError, type ReadFs } from '../ports/fs.ts';

/** The file whose identity all others rest on; its name and first line are what backup programs know a cache by. */
export const TAG = 'CACHEDIR.TAG';
/** A file of the cache like any other: that it can be read says that the folder is ours. */
export const MARK = 'mark';

/** The fingerprint of what follows it: a multiple of four, so that it can be taken where the bytes lie. */
const HEAD_LENGTH = 64;

/** Whether `folder`, an absolute path, is a folder itself, reached through no link, that this program made its cache. Never throws. */
export function bearsMark(fs: ReadFs, folder: string): boolean {
  return readSealed(fs, folder, MARK) !== undefined;
}

/** What was written under `name` (`last/x.build`) in the cache `folder`; undefined where nothing was, or not this. */
export function readSealed(fs: ReadFs, folder: string, name: string): Uint8Array | undefined {
  try {
    const key = keyOf(fs, folder);
    const path = `${folder}/${name}`;
    if (key === undefined || fs.linkStat(path)?.kind !== 'file') return undefined;
    const whole = fs.readBytes(path);
    const body = whole.slice(HEAD_LENGTH);
    return headOf(key, name, body) === new TextDecoder().decode(whole.subarray(0, HEAD_LENGTH))
      ? body
      : undefined;
  } catch (error) {
    if (error instanceof FsError) return undefined;
    throw error;
  }
}

/** What no repository can say: which file the disk made of the tag, and when. Undefined where that proves nothing. */
export function keyOf(fs: ReadFs, folder: string): string | undefined {
  if (linkOnTheWay(fs, folder) !== undefined || fs.linkStat(folder)?.kind !== 'folder') return undefined;
  const tag = fs.linkStat(`${folder}/${TAG}`);
  if (tag?.kind !== 'file') return undefined;
  // a disk without times of creation: the tag is never changed after it was written
  const bornMs = tag.birthtimeMs > 0 ? tag.birthtimeMs : tag.ctimeMs;
  return tag.inode === 0 || bornMs === 0 ? undefined : `${tag.inode} ${bornMs}`;
}

/** The outermost link among a path and the folders above it, whose real names the caller has asked for where they matter. */
export function linkOnTheWay(fs: ReadFs, path: string): string | undefined {
  const parent = folderOf(path);
  const above = parent === '' ? undefined : linkOnTheWay(fs, parent);
  return above ?? (fs.linkStat(path)?.kind === 'link' ? path : undefined);
}

/** `body` as a file that `readSealed` reads under `name` in the folder with this `keyOf`. */
export function sealed(key: string, name: string, body: Uint8Array): Uint8Array {
  const whole = new Uint8Array(HEAD_LENGTH + body.length);
  whole.set(new TextEncoder().encode(headOf(key, name, body)));
  whole.set(body, HEAD_LENGTH);
  return whole;
}

/** The key comes first and last, so that nothing can be added to what is hashed. */
function headOf(key: string, name: string, body: Uint8Array): string {
  const text = JSON.stringify([key, name, body.length, fingerprintBytes(body), key]);
  return `${body.length} ${fingerprint(text)}`.padEnd(HEAD_LENGTH);
}
