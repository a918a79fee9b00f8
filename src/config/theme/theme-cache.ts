/**
 * The user's cache of themes, outside of every site: `trees/<digest>/` holds the files of a theme, `seals/<digest>` says that
 * this program put exactly these there, `refs/<fingerprint>` which theme a branch or tag was when it was fetched. Here it is
 * read; `themes/` writes it.
 */

import { fingerprint } from '../../base/hash.ts';
import { joinPaths } from '../../base/paths.ts';
import { readSealed } from '../../files/sealed.ts';
import type { ThemePin } from '../../model/config.ts';
import type { Env } from '../../ports/env.ts';
import { FsError, kindAt, type ReadFs, realFolder } from '../../ports/fs.ts';
import { isCommit, isDigest } from './theme-lock.ts';
import type { ThemeReference } from './theme-reference.ts';

/** What a branch, tag or commit was when it was fetched. */
export type ThemeVersion = Pick<ThemePin, 'commit' | 'digest'>;

/**
 * The folder, absolute; undefined where the environment names no place for one. `XDG_CACHE_HOME`, else `LOCALAPPDATA` on
 * Windows, `Library/Caches` in the home folder of a Mac, `.cache` in any other.
 */
export function themeCacheFolder(fs: ReadFs, env: Env): string | undefined {
  const base = cacheBase(fs, env);
  return base === undefined ? undefined : `${realFolder(fs, base).replace(/\/$/, '')}/hastie/themes`;
}

function cacheBase(fs: ReadFs, env: Env): string | undefined {
  const absolute = (name: string): string | undefined => {
    const path = env.get(name)?.replaceAll('\\', '/');
    return path !== undefined && /^(?:[A-Za-z]:)?\/./.test(path) ? path : undefined;
  };
  const named = absolute('XDG_CACHE_HOME') ?? absolute('LOCALAPPDATA');
  const home = absolute('HOME') ?? absolute('USERPROFILE');
  if (named !== undefined || home === undefined) return named;
  const ofMac = joinPaths(home, 'Library/Caches');
  return kindAt(fs, ofMac) === 'folder' ? ofMac : joinPaths(home, '.cache');
}

export function treeFolder(cache: string, digest: string): string {
  return `${cache}/trees/${digest}`;
}

/** The name of a seal, below the cache. */
export function sealName(digest: string): string {
  return `seals/${digest}`;
}

/** The name of the record of a reference, below the cache. */
export function refName({ repository, ref }: ThemeReference): string {
  return `refs/${fingerprint(JSON.stringify([repository.toLowerCase(), ref]))}`;
}

/** What a reference was when it was fetched; undefined where it never was, or by another machine. */
export function cachedVersion(
  fs: ReadFs,
  cache: string,
  reference: ThemeReference,
): ThemeVersion | undefined {
  const body = readSealed(fs, cache, refName(reference));
  if (body === undefined) return undefined;
  const [commit, digest] = new TextDecoder().decode(body).split(' ');
  if (digest === undefined || !isDigest(digest)) return undefined;
  return { commit: commit !== undefined && isCommit(commit) ? commit : undefined, digest };
}

/** Whether the theme's files are those that this program has put there, untouched. Reads no file but the seal. */
export function isTreeIntact(fs: ReadFs, cache: string, digest: string): boolean {
  const seal = readSealed(fs, cache, sealName(digest));
  if (seal === undefined) return false;
  return new TextDecoder().decode(seal) === treeStamp(fs, treeFolder(cache, digest));
}

/** Changes whenever a file of the tree is added, removed or modified; undefined if the tree is missing or contains links. */
export function treeStamp(fs: ReadFs, folder: string): string | undefined {
  try {
    if (fs.linkStat(folder)?.kind !== 'folder') return undefined;
    const stamps: string[] = [];
    for (const path of treeFiles(fs, folder) ?? []) {
      const found = fs.linkStat(`${folder}/${path}`);
      if (found === undefined) return undefined;
      stamps.push(`${path} ${found.size} ${found.mtimeMs} ${found.ctimeMs} ${found.inode}`);
    }
    return stamps.length === 0 ? undefined : fingerprint(stamps.join('\n'));
  } catch (error) {
    if (error instanceof FsError) return undefined;
    throw error;
  }
}

/** The paths of the files below a folder, in the order of the disk; undefined where anything else than files and folders is. Throws `FsError`. */
export function treeFiles(fs: ReadFs, folder: string): readonly string[] | undefined {
  const files: string[] = [];
  const enter = (prefix: string): boolean =>
    fs.list(prefix === '' ? folder : `${folder}/${prefix}`).every(({ name, kind }) => {
      const path = prefix === '' ? name : `${prefix}/${name}`;
      if (kind === 'folder') return enter(path);
      files.push(path);
      return kind === 'file';
    });
  return enter('') ? files : undefined;
}
