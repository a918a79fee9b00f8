/** The Gemfile of a site, found as Bundler finds it. */

import { expandPath, folderOf, joinPaths } from '../../base/paths.ts';
import type { Env } from '../../ports/env.ts';
import { FsError, type ReadFs } from '../../ports/fs.ts';
import { type Gem, readGemfile } from './read-gemfile.ts';

export interface Gemfile {
  /** Absolute. */
  readonly path: string;
  /** In the order of the file. */
  readonly gems: readonly Gem[];
  /** Whether a gemspec may name further ones. */
  readonly hasGemspec: boolean;
}

/**
 * Undefined where there is none, or where `JEKYLL_NO_BUNDLER_REQUIRE` is set: then Jekyll runs without Bundler.
 *
 * @param folders where to look, one after the other: the working folder, as Bundler does, and the source
 */
export function findGemfile(fs: ReadFs, env: Env, folders: readonly string[]): Gemfile | undefined {
  if (env.get('JEKYLL_NO_BUNDLER_REQUIRE') !== undefined) return undefined;
  const path = pathOfGemfile(fs, env, folders);
  return path === undefined ? undefined : readGemfileAt(fs, env, path);
}

/** The Gemfile at this path; undefined where there is none that may be read. */
export function readGemfileAt(fs: ReadFs, env: Env, path: string): Gemfile | undefined {
  const text = readIfThere(fs, path);
  if (text === undefined) return undefined;
  const gems = readGemfile(text, {
    environment: env.get,
    include: (name) => readIfThere(fs, expandPath(name, folderOf(path))),
  });
  return { path, gems, hasGemspec: /^\s*gemspec\b/m.test(text) };
}

/** `BUNDLE_GEMFILE`, else the first folder's `gems.rb` or `Gemfile`: Bundler prefers the former. */
function pathOfGemfile(fs: ReadFs, env: Env, folders: readonly string[]): string | undefined {
  const named = env.get('BUNDLE_GEMFILE');
  const given = named === undefined || named === '' ? [] : [expandPath(named, folders[0] ?? '/')];
  const usual = folders.flatMap((folder) => [joinPaths(folder, 'gems.rb'), joinPaths(folder, 'Gemfile')]);
  return [...given, ...usual].find((path) => fs.stat(path)?.kind === 'file');
}

/** The text of a file; undefined where there is none, or none that may be read. */
export function readIfThere(fs: ReadFs, path: string): string | undefined {
  try {
    return fs.stat(path)?.kind === 'file' ? new TextDecoder().decode(fs.readBytes(path)) : undefined;
  } catch (error) {
    if (error instanceof FsError) return undefined;
    throw error;
  }
}
