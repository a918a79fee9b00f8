/** The state of every file of a site at one moment; what has changed is what differs from it, whatever events say. */

import { fingerprintBytes } from '../../base/hash.ts';
import type { Folder } from '../../files/link-loop.ts';
import { type FileStat, FsError, type ReadFs } from '../../ports/fs.ts';
import type { FileChange } from '../../read/reread-site.ts';
import { folderChain, isUnfollowedLink } from './followed-links.ts';
import type { WatchScope } from './watch-scope.ts';

/** What tells one state of a file from another. */
export interface Stamp {
  readonly size: number;
  readonly mtimeMs: number;
  /** Later than `mtimeMs` where a file was given its old time again. */
  readonly ctimeMs: number;
  readonly inode: number;
  /** Of a file so young that it may change again without its time changing: the hash of its content, or `unread` for a long one. */
  readonly content?: string;
}

/** By absolute path. */
export type Snapshot = Map<string, Stamp>;

export type Change = FileChange;

/** Times of files advance in steps of up to ten milliseconds; some disks' in whole seconds. */
const YOUNG_MS = 50;
const LONGEST_READ = 1 << 20;

/** The files at and below `path`, one step a file; those that vanish meanwhile are left out, and so is what no build would reach. */
export function* walkFiles(
  fs: ReadFs,
  scope: WatchScope,
  path: string,
): Generator<readonly [string, FileStat]> {
  const chain = folderChain(fs, scope, path);
  if (chain !== undefined) yield* walkBelow(fs, scope, chain);
}

function* walkBelow(fs: ReadFs, scope: WatchScope, entry: Folder): Generator<readonly [string, FileStat]> {
  const stat = permitted(() => fs.stat(entry.path)) ?? brokenLink(fs, entry.path);
  if (stat?.kind === 'file' || stat?.kind === 'link') yield [entry.path, stat];
  if (stat?.kind === 'folder') yield* walkFolder(fs, scope, entry);
}

/** A link to nothing is itself what a build reports. */
function brokenLink(fs: ReadFs, path: string): FileStat | undefined {
  const stat = permitted(() => fs.linkStat(path));
  return stat?.kind === 'link' ? stat : undefined;
}

function* walkFolder(fs: ReadFs, scope: WatchScope, folder: Folder): Generator<readonly [string, FileStat]> {
  const prefix = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  for (const { name, kind } of permitted(() => fs.list(folder.path)) ?? []) {
    const path = prefix + name;
    if (kind === 'other' || !scope.admits(path)) continue;
    if (kind === 'link' && isUnfollowedLink(fs, scope, path, folder)) continue;
    const stat = kind === 'file' ? permitted(() => fs.stat(path)) : undefined;
    if (stat !== undefined) yield [path, stat];
    if (kind !== 'file') yield* walkBelow(fs, scope, { path, parent: folder });
  }
}

/** The stamp of a file as it is now; `nowMs` is the time of day. */
export function stampOf(fs: ReadFs, path: string, stat: FileStat, nowMs: number): Stamp {
  const { size, mtimeMs, ctimeMs, inode, kind } = stat;
  const stamp = { size, mtimeMs, ctimeMs, inode };
  // another link is another inode
  if (kind === 'link' || Math.abs(nowMs - ctimeMs) > YOUNG_MS) return stamp;
  const bytes = size > LONGEST_READ ? undefined : permitted(() => fs.readBytes(path));
  return { ...stamp, content: bytes === undefined ? 'unread' : fingerprintBytes(bytes) };
}

/** Whether a file is still as it was stamped; one that was young then is read where nothing else differs. */
export function isUnchanged(fs: ReadFs, path: string, was: Stamp, stat: FileStat): boolean {
  if (was.size !== stat.size || was.mtimeMs !== stat.mtimeMs) return false;
  if (was.ctimeMs !== stat.ctimeMs || was.inode !== stat.inode) return false;
  if (was.content === undefined) return true;
  if (was.content === 'unread') return false;
  const bytes = permitted(() => fs.readBytes(path));
  return bytes !== undefined && fingerprintBytes(bytes) === was.content;
}

/** Undefined for what the system refuses: the build reports it. */
function permitted<Result>(call: () => Result): Result | undefined {
  try {
    return call();
  } catch (error) {
    if (error instanceof FsError) return undefined;
    throw error;
  }
}
