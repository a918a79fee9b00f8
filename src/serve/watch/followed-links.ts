/** Which links the watching follows: those that a build follows, and no others. */

import { isWithin } from '../../base/paths.ts';
import { type Folder, leadsUp } from '../../files/link-loop.ts';
import { FsError, type ReadFs } from '../../ports/fs.ts';
import type { WatchScope } from './watch-scope.ts';

type LinkFs = Pick<ReadFs, 'stat' | 'linkStat' | 'realPath'>;

/** Whether the link at `path`, an entry of `folder`, leads back to a folder that it lies in or, in safe mode, out of the source. */
export function isUnfollowedLink(fs: LinkFs, scope: WatchScope, path: string, folder: Folder): boolean {
  if (leadsUp(fs, path, folder)) return true;
  if (scope.confinedTo === undefined) return false;
  try {
    return !isWithin(scope.confinedTo, fs.realPath(path));
  } catch (error) {
    if (error instanceof FsError) return true;
    throw error;
  }
}

/** `path` with the folders above it, up to a root of the scope; undefined where each passes a link that is not followed. */
export function folderChain(fs: LinkFs, scope: WatchScope, path: string): Folder | undefined {
  const roots = scope.roots.filter((root) => isWithin(root, path));
  if (roots.length === 0) return { path };
  for (const root of roots) {
    const chain = chainFrom(fs, scope, root, path);
    if (chain !== undefined) return chain;
  }
  return undefined;
}

function chainFrom(fs: LinkFs, scope: WatchScope, root: string, path: string): Folder | undefined {
  let chain: Folder = { path: root };
  const below = path.slice(root.length).split('/');
  for (const name of below.filter((part) => part !== '')) {
    const next = chain.path.endsWith('/') ? chain.path + name : `${chain.path}/${name}`;
    if (isLink(fs, next) && isUnfollowedLink(fs, scope, next, chain)) return undefined;
    chain = { path: next, parent: chain };
  }
  return chain;
}

function isLink(fs: LinkFs, path: string): boolean {
  try {
    return fs.linkStat(path)?.kind === 'link';
  } catch (error) {
    if (error instanceof FsError) return false;
    throw error;
  }
}
