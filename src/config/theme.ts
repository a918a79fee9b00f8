/** Finds the theme that `theme:` names: a folder of the site, an npm package or a gem. */

import { nearest } from '../base/nearest.ts';
import { expandPath, isWithin, joinPaths } from '../base/paths.ts';
import { readMessages } from '../diagnostics/catalogue/site/read.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { parseYaml } from '../engines/yaml/parse-yaml.ts';
import { readText, reasonOf } from '../files/read-text.ts';
import type { Theme } from '../model/config.ts';
import { jekyllSettings } from '../model/settings/jekyll.ts';
import { settingsOf } from '../model/settings/settings.ts';
import type { Env } from '../ports/env.ts';
import { FsError, kindAt, type ReadFs } from '../ports/fs.ts';
import { deepMerge } from '../ruby/deep-merge.ts';
import { strip } from '../ruby/text.ts';
import { isHash, isNil, type RubyHash, type Value } from '../ruby/values.ts';
import type { ConfigFiles } from './config-files.ts';
import { placeInFiles } from './place-in-config.ts';
import { installedPackages, installedTheme } from './theme-folders.ts';

export interface ThemeSearch {
  readonly theme?: Theme;
  readonly diagnostics: readonly Diagnostic[];
}

/** The theme that the configuration names; none, with a diagnostic, where it can't be found. */
export function findTheme(
  fs: ReadFs,
  env: Env,
  values: RubyHash,
  source: string,
  files: ConfigFiles,
): ThemeSearch {
  const named = settingsOf(values).theme;
  if (isNil(named)) return { diagnostics: [] };
  const place = placeInFiles(files.sources, ['theme']);
  if (typeof named !== 'string') return { diagnostics: [diagnose(readMessages.themeNotText, {}, { place })] };
  const name = strip(named);
  const folder = isPath(name)
    ? expandPath(name, source)
    : installedTheme(fs, env, name.toLowerCase(), source);
  if (folder === undefined || kindAt(fs, folder) !== 'folder') {
    const facts = { name, nearest: isPath(name) ? undefined : nearest(name, installedPackages(fs, source)) };
    return { diagnostics: [diagnose(readMessages.themeMissing, facts, { place })] };
  }
  try {
    const root = fs.realPath(folder);
    // a name leads to what was installed, a path to whatever the repository says
    if (isPath(name) && settingsOf(values).safe && !isWithin(fs.realPath(source), root))
      return { diagnostics: [diagnose(readMessages.themeOutside, { name }, { place })] };
    return { theme: { name: name.toLowerCase(), root }, diagnostics: [] };
  } catch (error) {
    if (!(error instanceof FsError)) throw error;
    return {
      diagnostics: [diagnose(readMessages.unreadable, { path: name, reason: reasonOf(error) }, { place })],
    };
  }
}

function isPath(name: string): boolean {
  return name.startsWith('.') || name.startsWith('/');
}

/** The theme's own `_config.yml` below the site's: only settings of its own, none that Jekyll has a default for. */
export function withThemeConfig(
  fs: ReadFs,
  values: RubyHash,
  { root }: Theme,
): { readonly values: RubyHash; readonly diagnostics: readonly Diagnostic[] } {
  const path = joinPaths(root, '_config.yml');
  if (settingsOf(values).ignoreThemeConfig || !mayBeFile(fs, path)) return { values, diagnostics: [] };
  const { source, diagnostics } = readText(fs, path, path);
  if (source === undefined) return { values, diagnostics };
  const yaml = parseYaml(source);
  if (!isHash(yaml.value)) return { values, diagnostics: yaml.diagnostics };
  const own = new Map<Value, Value>(
    [...yaml.value].filter(([key]) => !Object.hasOwn(jekyllSettings, String(key))),
  );
  return { values: deepMerge(own, values), diagnostics: yaml.diagnostics };
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
