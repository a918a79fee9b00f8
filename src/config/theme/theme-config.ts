/** A configuration with its theme: the theme's own `_config.yml` below the site's, and its name in `site.theme`. */

import { joinPaths } from '../../base/paths.ts';
import { parseYaml } from '../../engines/yaml/parse-yaml.ts';
import { readIfThere } from '../../files/gemfile/find-gemfile.ts';
import { readText } from '../../files/read-text.ts';
import type { Config, Theme, WantedTheme } from '../../model/config.ts';
import { jekyllSettings } from '../../model/settings/jekyll.ts';
import { settingsOf } from '../../model/settings/settings.ts';
import { FsError, type ReadFs } from '../../ports/fs.ts';
import { deepMerge } from '../../ruby/deep-merge.ts';
import { isHash, type Value } from '../../ruby/values.ts';
import { gemspecs } from './gem-request.ts';

/** The diagnostics of the configuration, those of the theme's own added, are in the result. */
export function withTheme(fs: ReadFs, config: Config, theme: Theme): Config {
  const { wantedTheme: _, ...rest } = config;
  const values =
    theme.from.kind === 'repository' ? new Map(config.values).set('theme', theme.name) : config.values;
  const path = joinPaths(theme.root, '_config.yml');
  const isLeftOut =
    !config.rules.themeSettings ||
    settingsOf(values).ignoreThemeConfig ||
    theme.lacks.includes('_config.yml');
  if (isLeftOut || !mayBeFile(fs, path)) return { ...rest, values, settings: settingsOf(values), theme };
  const { source, diagnostics } = readText(fs, path, path);
  const yaml = source === undefined ? undefined : parseYaml(source);
  const found = [...config.diagnostics, ...diagnostics, ...(yaml?.diagnostics ?? [])];
  if (!isHash(yaml?.value))
    return { ...rest, values, settings: settingsOf(values), theme, diagnostics: found };
  // none that Jekyll has a default for
  const own = new Map<Value, Value>(
    [...yaml.value].filter(([key]) => !Object.hasOwn(jekyllSettings, String(key))),
  );
  const merged = deepMerge(own, values);
  return { ...rest, values: merged, settings: settingsOf(merged), theme, diagnostics: found };
}

/** What the system refuses to look at may be one: reading it says why it can't be read. */
function mayBeFile(fs: ReadFs, path: string): boolean {
  try {
    return fs.linkStat(path)?.kind === 'file';
  } catch (error) {
    if (error instanceof FsError) return true;
    throw error;
  }
}

/**
 * What of a repository is not part of the theme. jekyll-remote-theme does not look at a theme's `_config.yml`; a gem contains
 * what its specification lists, and a demonstration's `_config.yml` and `_data` are often not among it.
 */
export function lacksOf(fs: ReadFs, root: string, as: WantedTheme['as']): readonly string[] {
  if (as === 'git') return [];
  if (as === 'remote') return ['_config.yml'];
  const [path] = gemspecs(fs, root);
  const files = path === undefined ? undefined : filesOfGemspec(readIfThere(fs, path) ?? '');
  if (files === undefined) return [];
  return [...(files.includes('config') ? [] : ['_config.yml']), ...(files.includes('data') ? [] : ['_data'])];
}

/** How far the list of files is looked at. */
const LONGEST = 1000;

/** The expression that a gem specification lists its files with; undefined where it has none, or lists everything. */
function filesOfGemspec(text: string): string | undefined {
  const start = text.search(/\.files\s*\+?=/);
  if (start < 0) return undefined;
  const statement = text.slice(start, start + LONGEST);
  // the next attribute; a block's `f.match(…)` is none
  const end = statement.slice(1).search(/\n\s*\w+\.(?:add_\w+|\w+\s*=(?![=~>]))/);
  const files = end < 0 ? statement : statement.slice(0, end + 1);
  return /_layouts|layouts|_includes/.test(files) ? files : undefined;
}
