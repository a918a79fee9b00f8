/** Where a theme that is named, not pathed, may be installed: npm packages first, then Ruby gems, whose files need no Ruby. */

import { folderOf, joinPaths } from '../../base/paths.ts';
import { compareVersions, satisfies } from '../../files/gemfile/requirement.ts';
import type { Env } from '../../ports/env.ts';
import { FsError, kindAt, type ReadFs } from '../../ports/fs.ts';
import { globPaths } from '../../ruby/paths/glob.ts';

/** The names of the packages beside the site, for suggestions. */
export function installedPackages(fs: ReadFs, source: string): string[] {
  try {
    return fs.list(joinPaths(source, 'node_modules')).map((entry) => entry.name);
  } catch (error) {
    if (error instanceof FsError) return [];
    throw error;
  }
}

/** The folder of an npm package in `node_modules` of the source or of a folder above it, by the theme's name or with a usual prefix. */
export function packageFolder(fs: ReadFs, name: string, source: string): string | undefined {
  const names = name.startsWith('@') ? [name] : [name, `jekyll-theme-${name}`, `hastie-theme-${name}`];
  for (const folder of foldersAbove(source))
    for (const candidate of names) {
      const path = joinPaths(folder, 'node_modules', candidate);
      if (kindAt(fs, path) === 'folder') return path;
    }
  return undefined;
}

function foldersAbove(source: string): string[] {
  const folders = [source];
  for (let folder = source; folder !== ''; ) {
    folder = folderOf(folder);
    folders.push(folder === '' ? '/' : folder);
  }
  return folders;
}

/**
 * The folder of the newest version that meets the requirements, in the site's `vendor/bundle`, `GEM_HOME`, `GEM_PATH` or where
 * systems keep gems.
 */
export function gemFolder(
  fs: ReadFs,
  env: Env,
  { name, source, requirements }: InstalledGem,
): string | undefined {
  if (!/^[\w.-]+$/.test(name)) return undefined;
  for (const root of gemRoots(fs, env, source)) {
    const versions = pathsIn(fs, root, `gems/${name}-[0-9]*`).filter((path) =>
      satisfies(versionOf(path), requirements),
    );
    const newest = versions.sort((a, b) => compareVersions(versionOf(a), versionOf(b))).at(-1);
    if (newest !== undefined) return joinPaths(root, newest);
  }
  return undefined;
}

export interface InstalledGem {
  readonly name: string;
  /** Absolute. */
  readonly source: string;
  /** As a Gemfile writes them. */
  readonly requirements: readonly string[];
}

function versionOf(path: string): string {
  return /-(\d[\w.]*)$/.exec(path)?.[1] ?? '0';
}

function gemRoots(fs: ReadFs, env: Env, source: string): string[] {
  const named = [env.get('GEM_HOME') ?? '', ...(env.get('GEM_PATH') ?? '').split(':')].filter(
    (path) => path !== '',
  );
  const bundled = pathsIn(fs, source, 'vendor/bundle/ruby/*').map((path) => joinPaths(source, path));
  const system = pathsIn(
    fs,
    '/',
    '{var/lib/gems/*,usr/share/rubygems-integration/*,usr/{local/,}lib/ruby/gems/*}',
  );
  return [...bundled, ...named, ...system.map((path) => `/${path}`)];
}

/** Where gems may be, as far as anybody may look there. */
function pathsIn(fs: ReadFs, base: string, pattern: string): string[] {
  try {
    return globPaths(fs, base, pattern);
  } catch (error) {
    if (error instanceof FsError) return [];
    throw error;
  }
}
