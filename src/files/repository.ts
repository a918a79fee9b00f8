/** Reads a git repository's own files without git: its remotes and what is checked out. */

import { expandPath, folderOf, joinPaths } from '../base/paths.ts';
import { FsError, type ReadFs } from '../ports/fs.ts';

/** A git repository, as far as its files describe it. */
export interface Repository {
  /** The addresses of its remotes, by name. */
  readonly remotes: ReadonlyMap<string, string>;
  /** The folder that was asked about, relative to the repository; empty for its root. */
  readonly folder: string;
  /** Undefined where no branch is checked out. */
  readonly branch: string | undefined;
  /** The commit that is checked out. */
  readonly revision: string | undefined;
}

/** The folder with the `.git` of the repository that a folder lies in; undefined where it lies in none. */
export function repositoryFolder(fs: ReadFs, folder: string): string | undefined {
  for (let at = folder; at !== '' && at !== '/'; at = folderOf(at))
    if (fs.stat(joinPaths(at, '.git')) !== undefined) return at;
  return undefined;
}

/** The repository that a folder lies in; undefined where it lies in none. */
export function findRepository(fs: ReadFs, folder: string): Repository | undefined {
  for (let at = folder; at !== '' && at !== '/'; at = folderOf(at)) {
    const path = joinPaths(at, '.git');
    const kind = fs.stat(path)?.kind;
    const inside = folder.slice(at.length + 1);
    if (kind === 'folder') return readRepository(fs, path, inside);
    if (kind !== 'file') continue;
    // a further work tree or a submodule names its folder
    const named = /^gitdir: (.+)$/m.exec(read(fs, path) ?? '')?.[1];
    return named === undefined ? undefined : readRepository(fs, expandPath(named.trim(), at), inside);
  }
  return undefined;
}

function readRepository(fs: ReadFs, folder: string, inside: string): Repository {
  const shared = read(fs, joinPaths(folder, 'commondir'))?.trim();
  const common = shared === undefined ? folder : expandPath(shared, folder);
  const head = read(fs, joinPaths(folder, 'HEAD'))?.trim() ?? '';
  const reference = /^ref: (\S+)$/.exec(head)?.[1];
  const revision = reference === undefined ? head : readReference(fs, common, reference);
  return {
    folder: inside,
    remotes: readRemotes(read(fs, joinPaths(common, 'config')) ?? ''),
    branch: reference?.replace(/^refs\/heads\//, ''),
    revision: revision === undefined || !/^[\da-f]{40,64}$/.test(revision) ? undefined : revision,
  };
}

function readReference(fs: ReadFs, folder: string, name: string): string | undefined {
  const loose = name.includes('..') ? undefined : read(fs, joinPaths(folder, name));
  if (loose !== undefined) return loose.trim();
  const packed = read(fs, joinPaths(folder, 'packed-refs')) ?? '';
  return packed
    .split('\n')
    .find((line) => line.endsWith(` ${name}`))
    ?.split(' ')[0];
}

function readRemotes(config: string): ReadonlyMap<string, string> {
  const remotes = new Map<string, string>();
  let remote: string | undefined;
  for (const line of config.split('\n')) {
    if (/^\s*\[/.test(line)) remote = /^\s*\[remote "([^"]*)"\]/.exec(line)?.[1];
    const url = /^\s*url\s*=\s*(\S+)/.exec(line)?.[1];
    if (remote !== undefined && url !== undefined && !remotes.has(remote)) remotes.set(remote, url);
  }
  return remotes;
}

function read(fs: ReadFs, path: string): string | undefined {
  try {
    if (fs.stat(path)?.kind !== 'file') return undefined;
    return new TextDecoder().decode(fs.readBytes(path));
  } catch (error) {
    if (error instanceof FsError) return undefined;
    throw error;
  }
}
