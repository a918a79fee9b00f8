/** Which files are watched: the source as in Jekyll, what the build read besides, never what it wrote. Pure. */

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
  const isWritten = within([destination, cacheFolder]);
  const isNever = (path: string): boolean => isWritten(path) || isUnwatchable(baseName(path));
  const site = new SourceFolder(config, isNever);
  const named = [...inputFolders(config), ...gemfiles(config), ...loadPaths(config)].filter(
    (path) => !path.split('/').some(isUnwatchable),
  );
  // of installed packages the theme and what was read: a whole `node_modules` may be a hundred thousand files
  const used = [...(config.theme === undefined ? [] : [config.theme.root]), ...reads].filter(
    (path) => !path.split('/').some((name) => name !== 'node_modules' && isUnwatchable(name)),
  );
  const extra = outermost([...named, ...used].filter((path) => !site.covers(path) && !isNever(path)));
  const isExtra = within(extra);
  const confinedTo = settings.safe ? source : undefined;
  const filters = [settings.include, settings.exclude];
  return {
    roots: [source, ...extra],
    confinedTo,
    signature: JSON.stringify([source, destination, cacheFolder, extra, ...filters, confinedTo ?? null]),
    admits: (path) => !isNever(path) && (isExtra(path) || site.admits(path)),
    covers: (path) => site.covers(path) || extra.some((root) => reaches(root, path, isNever)),
  };
}

/** What Jekyll watches in the source: neither what `exclude` names nor what begins with a dot; `include` brings it back. */
class SourceFolder {
  readonly #source: string;
  readonly #includes: ReturnType<typeof pathMatcher>;
  readonly #excludes: ReturnType<typeof pathMatcher>;
  readonly #isInside: (path: string) => boolean;
  readonly #isNever: (path: string) => boolean;
  /** A folder is asked about for each of its files. */
  readonly #folders: Map<string, boolean>;

  /** `isNever`: whether an entry is watched nowhere. */
  constructor({ source, settings }: Config, isNever: (path: string) => boolean) {
    this.#source = source;
    this.#includes = pathMatcher(settings.include);
    this.#excludes = pathMatcher(settings.exclude);
    this.#isInside = within([source]);
    this.#isNever = isNever;
    this.#folders = new Map([[source, true]]);
  }

  /** Whether an entry of a folder that is covered is not left out by its name; true outside of the source. */
  admits(path: string): boolean {
    return !this.#isInside(path) || !this.#isExcluded(path);
  }

  /** Whether neither the path nor a folder above it is left out. */
  covers(path: string): boolean {
    if (path === this.#source) return true;
    return this.#isInside(path) && this.#coversFolder(folderOf(path)) && this.#keeps(path);
  }

  #coversFolder(folder: string): boolean {
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    const covered = this.#coversFolder(folderOf(folder)) && this.#keeps(folder);
    this.#folders.set(folder, covered);
    return covered;
  }

  #keeps(path: string): boolean {
    return !this.#isNever(path) && !this.#isExcluded(path);
  }

  #isExcluded(path: string): boolean {
    const relative = path.slice(this.#source.length + 1);
    const name = baseName(path);
    if (this.#includes(relative, true) || this.#includes(name, true)) return false;
    return /^[.~]/.test(name) || this.#excludes(relative, true);
  }
}

/** Whether `path` is `root`, or lies below it with nothing on the way that is never watched. */
function reaches(root: string, path: string, isNever: (path: string) => boolean): boolean {
  if (path === root) return true;
  if (!isWithin(root, path)) return false;
  for (let slash = path.indexOf('/', root.length + 1); slash >= 0; slash = path.indexOf('/', slash + 1))
    if (isNever(path.slice(0, slash))) return false;
  return !isNever(path);
}

/** Whether a path is one of some, or lies below one. */
function within(roots: readonly string[]): (path: string) => boolean {
  const insides = roots.map((root) => (root.endsWith('/') ? root : `${root}/`));
  return (path) => roots.includes(path) || insides.some((inside) => path.startsWith(inside));
}

/** Folders of programs, and temporary files of editors. */
function isUnwatchable(name: string): boolean {
  return (
    /^(?:node_modules|\.git|\.hg|\.svn|\.DS_Store|Thumbs\.db|desktop\.ini|4913)$/.test(name) ||
    /~$|^\.#|^#.*#$|^\.~lock\.|\.sw[a-z]$|\.swpx$|^\.goutputstream-|___jb_(?:tmp|old)___$|^\.fuse_hidden/.test(
      name,
    )
  );
}

/** `exclude` keeps them out of the site, but they say which plugins it has; one may be added. */
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
