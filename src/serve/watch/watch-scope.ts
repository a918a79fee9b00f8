/** Which files are looked at for changes: the source as Jekyll watches it, what the build read besides, never what it wrote. Pure. */

import { baseName, expandPath, folderOf, isWithin, joinPaths } from '../../base/paths.ts';
import { inputFolders } from '../../config/inputs.ts';
import type { Config } from '../../model/config.ts';
import { pathMatcher } from '../../read/folder/entry-filter.ts';

export interface WatchScope {
  /** Absolute paths of folders and files: the source, and what can't be reached from it. */
  readonly roots: readonly string[];
  /** Whether a change of this file, or of what is in this folder, may matter. */
  covers(path: string): boolean;
  /** The same for an entry of a folder that is covered. */
  admits(path: string): boolean;
  /** In safe mode the source: no link out of it is followed. */
  readonly confinedTo: string | undefined;
  /** Equal where the same is covered. */
  readonly signature: string;
}

/** `reads` are the absolute paths of the files that the last build read. */
export function createWatchScope(config: Config, reads: Iterable<string> = []): WatchScope {
  const { source, destination, cacheFolder, settings } = config;
  const include = pathMatcher(settings.include);
  const exclude = pathMatcher(settings.exclude);
  const isOwn = within([destination, cacheFolder]);
  const isNever = (path: string): boolean => isOwn(path) || isUnwatchable(baseName(path));

  /** Jekyll does not watch what `exclude` names, nor what begins with a dot; `include` brings it back. */
  const isSkipped = (path: string): boolean => {
    const relative = path.slice(source.length + 1);
    const name = baseName(path);
    if (include(relative, true) || include(name, true)) return false;
    return /^[.~]/.test(name) || exclude(relative, true);
  };
  const reaches = (root: string, path: string, passes: (part: string) => boolean): boolean => {
    if (path === root) return true;
    if (!isWithin(root, path)) return false;
    for (let slash = path.indexOf('/', root.length + 1); slash >= 0; slash = path.indexOf('/', slash + 1))
      if (!passes(path.slice(0, slash))) return false;
    return passes(path);
  };
  const isInSource = within([source]);
  /** A folder is asked about for each of its files. */
  const plainFolders = new Map([[source, true]]);
  const isPlainFolder = (folder: string): boolean => {
    const known = plainFolders.get(folder);
    if (known !== undefined) return known;
    const isPlain = isPlainFolder(folderOf(folder)) && !isNever(folder) && !isSkipped(folder);
    plainFolders.set(folder, isPlain);
    return isPlain;
  };
  const isPlain = (path: string): boolean =>
    path === source ||
    (isInSource(path) && isPlainFolder(folderOf(path)) && !isNever(path) && !isSkipped(path));

  const wanted = [...inputFolders(config), ...gemfiles(config), ...loadPaths(config), ...reads];
  const extra = outermost(
    wanted.filter((path) => !isPlain(path) && !isNever(path) && !path.split('/').some(isUnwatchable)),
  );
  const isExtra = within(extra);
  const confinedTo = settings.safe ? source : undefined;
  return {
    roots: [source, ...extra],
    confinedTo,
    signature: JSON.stringify([
      source,
      destination,
      cacheFolder,
      extra,
      settings.include,
      settings.exclude,
      confinedTo ?? null,
    ]),
    admits: (path) => !isNever(path) && (isExtra(path) || !isInSource(path) || !isSkipped(path)),
    covers: (path) => isPlain(path) || extra.some((root) => reaches(root, path, (part) => !isNever(part))),
  };
}

/** Whether a path is one of some, or lies below one. */
function within(roots: readonly string[]): (path: string) => boolean {
  const insides = roots.map((root) => (root.endsWith('/') ? root : `${root}/`));
  return (path) => roots.includes(path) || insides.some((inside) => path.startsWith(inside));
}

/** Folders of programs, and what editors leave lying about for a moment. */
function isUnwatchable(name: string): boolean {
  return (
    /^(?:node_modules|\.git|\.hg|\.svn|\.DS_Store|Thumbs\.db|desktop\.ini|4913)$/.test(name) ||
    /~$|^\.#|^#.*#$|^\.~lock\.|\.sw[a-z]$|\.swpx$|^\.goutputstream-|___jb_(?:tmp|old)___$|^\.fuse_hidden/.test(
      name,
    )
  );
}

/** `exclude` keeps them out of the site, but they say which plugins it has; one may come to be. */
function gemfiles({ source }: Config): string[] {
  return ['Gemfile', 'gems.rb'].map((name) => joinPaths(source, name));
}

/** Sass may look outside its own folder. */
function loadPaths({ settings, source }: Config): string[] {
  return settings.sass.loadPaths.map((path) => expandPath(path, source));
}

function outermost(paths: readonly string[]): string[] {
  const unique = [...new Set(paths)].sort();
  const kept: string[] = [];
  for (const path of unique) if (!kept.some((root) => isWithin(root, path))) kept.push(path);
  return kept;
}
