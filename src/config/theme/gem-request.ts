/** Which gem a site means by `theme: NAME`: its Gemfile, its Gemfile.lock and its own gemspec say where from and which version. */

import { folderOf, joinPaths } from '../../base/paths.ts';
import { findGemfile, readIfThere } from '../../files/gemfile/find-gemfile.ts';
import { readGemfileLock } from '../../files/gemfile/gemfile-lock.ts';
import type { GemOrigin } from '../../files/gemfile/read-gemfile.ts';
import type { Env } from '../../ports/env.ts';
import { FsError, type ReadFs } from '../../ports/fs.ts';

export interface GemRequest {
  /** As a Gemfile writes them; empty where any version will do. */
  readonly requirements: readonly string[];
  /** Of a gem that Bundler takes from a folder or from git. */
  readonly origin: GemOrigin | undefined;
  /** The folder that a path of `origin` starts from. */
  readonly folder: string;
}

/** @param folders the working folder and the source */
export function gemRequest(fs: ReadFs, env: Env, name: string, folders: readonly string[]): GemRequest {
  const source = folders.at(-1) ?? '/';
  const gemfile = findGemfile(fs, env, folders);
  if (gemfile === undefined) return { requirements: [], origin: undefined, folder: source };
  const folder = folderOf(gemfile.path);
  const gem = gemfile.gems.find((each) => each.name === name);
  const locked = readGemfileLock(readIfThere(fs, lockOf(gemfile.path)) ?? '').get(name);
  if (gem?.origin?.kind === 'path') return { requirements: [], origin: gem.origin, folder };
  if (gem?.origin?.kind === 'git') {
    const ref = locked?.git?.commit ?? gem.origin.ref;
    return { requirements: [], origin: { ...gem.origin, ref }, folder };
  }
  const requirements =
    locked !== undefined
      ? [`= ${locked.version}`]
      : (nonEmpty(gem?.requirements) ?? requirementsOfGemspec(fs, folder, name));
  return { requirements, origin: undefined, folder };
}

function lockOf(gemfile: string): string {
  return gemfile.endsWith('/gems.rb') ? gemfile.replace(/rb$/, 'locked') : `${gemfile}.lock`;
}

function nonEmpty(list: readonly string[] = []): readonly string[] | undefined {
  return list.length === 0 ? undefined : list;
}

/** What the site, where it is a gem itself, asks of the theme. */
function requirementsOfGemspec(fs: ReadFs, folder: string, name: string): readonly string[] {
  for (const path of gemspecs(fs, folder))
    for (const line of (readIfThere(fs, path) ?? '').split('\n')) {
      if (!/\.add_(?:runtime_|development_)?dependency\b/.test(line)) continue;
      const texts = Array.from(line.matchAll(/["']([^"']+)["']/g), ([, text = '']) => text);
      if (texts[0] === name) return texts.slice(1);
    }
  return [];
}

/** The gem specifications at the top of a folder. */
export function gemspecs(fs: ReadFs, folder: string): readonly string[] {
  try {
    return fs
      .list(folder)
      .filter((entry) => entry.name.endsWith('.gemspec') && entry.kind === 'file')
      .map((entry) => joinPaths(folder, entry.name));
  } catch (error) {
    if (error instanceof FsError) return [];
    throw error;
  }
}
