/** The plugins of the Gemfile: Jekyll has Bundler require the group `jekyll_plugins` before it looks at anything else. */

import { expandPath, folderOf, joinPaths } from '../../base/paths.ts';
import { isHarmlessGem } from '../../diagnostics/catalogue/site/plugin-gems.ts';
import { loadMessages } from '../../diagnostics/catalogue/site/plugin-load.ts';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import { type PluginGem, readGemfile } from '../../files/gemfile/read-gemfile.ts';
import type { Config } from '../../model/config.ts';
import type { Env } from '../../ports/env.ts';
import { FsError, type ReadFs } from '../../ports/fs.ts';
import { shownPath } from '../../read/context.ts';
import type { Candidates } from './select.ts';

export interface GemfilePlugins {
  /** The Gemfile's absolute path. */
  readonly path: string;
  /** In the order of loading. */
  readonly gems: readonly PluginGem[];
}

/**
 * What Bundler would require; undefined where there is no Gemfile, or where `JEKYLL_NO_BUNDLER_REQUIRE` is set.
 *
 * @param folders where to look, one after the other: the working folder, as Bundler does, and the source
 */
export function gemfilePlugins(fs: ReadFs, env: Env, folders: readonly string[]): GemfilePlugins | undefined {
  if (env.get('JEKYLL_NO_BUNDLER_REQUIRE') !== undefined) return undefined;
  const path = findGemfile(fs, env, folders);
  const text = path === undefined ? undefined : readText(fs, path);
  if (path === undefined || text === undefined) return undefined;
  const gems = readGemfile(text, {
    environment: env.get,
    include: (name) => readText(fs, expandPath(name, folderOf(path))),
  });
  return { path, gems };
}

/**
 * Notes, once, which gems of the group are plugins of Jekyll's that are neither built in nor the site's own. Those that
 * `plugins:` names have been reported there; themes and tools bring nothing to a build.
 */
export function reportUnknownGems(
  { path, gems }: GemfilePlugins,
  { builtIn, own, packages, theme }: Candidates,
  config: Config,
  report: (diagnostic: Diagnostic) => void,
): void {
  const known = new Set(
    [...builtIn, ...own, ...packages].flatMap(({ name, aliases = [] }) => [name, ...aliases]).concat(theme),
  );
  const configured = [...config.settings.plugins, ...config.settings.gems];
  const unknown = gems.filter(
    ({ name }) =>
      isPlugin(name) && !known.has(name) && !configured.includes(name) && name !== config.theme?.name,
  );
  const [first] = unknown;
  if (first === undefined) return;
  const file = shownPath(config, path);
  const names = unknown.map(({ name }) => name);
  report(
    diagnose(
      loadMessages.unknownGems,
      { names },
      { place: { file, line: first.line, column: first.column } },
    ),
  );
}

/** Whether a gem of this name would add something to a site. */
function isPlugin(name: string): boolean {
  return /^jekyll[-_/]/.test(name) && !/^jekyll-theme|-theme$/.test(name) && !isHarmlessGem(name);
}

/** `BUNDLE_GEMFILE`, else the first folder's `gems.rb` or `Gemfile`: Bundler prefers the former. */
function findGemfile(fs: ReadFs, env: Env, folders: readonly string[]): string | undefined {
  const named = env.get('BUNDLE_GEMFILE');
  const given = named === undefined || named === '' ? [] : [expandPath(named, folders[0] ?? '/')];
  const usual = folders.flatMap((folder) => [joinPaths(folder, 'gems.rb'), joinPaths(folder, 'Gemfile')]);
  return [...given, ...usual].find((path) => fs.stat(path)?.kind === 'file');
}

function readText(fs: ReadFs, path: string): string | undefined {
  try {
    return fs.stat(path)?.kind === 'file' ? new TextDecoder().decode(fs.readBytes(path)) : undefined;
  } catch (error) {
    if (error instanceof FsError) return undefined;
    throw error;
  }
}
