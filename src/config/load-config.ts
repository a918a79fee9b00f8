/** The first step of a build: the configuration files merged over Jekyll's defaults, the command line over both. */

import { nearest } from '../base/nearest.ts';
import { expandPath } from '../base/paths.ts';
import { configMessages } from '../diagnostics/catalogue/site/config.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { type BuilderRules, githubPagesRules, jekyllRules } from '../model/builder/rules.ts';
import type { Config, Overrides } from '../model/config.ts';
import { defaultValues, permalinkStyles } from '../model/settings/jekyll.ts';
import { type Settings, settingsOf, siteSettings } from '../model/settings/settings.ts';
import type { Env } from '../ports/env.ts';
import { kindAt, type ReadFs, realFolder } from '../ports/fs.ts';
import { deepMerge } from '../ruby/deep-merge.ts';
import { toText } from '../ruby/print.ts';
import { isTimeZone, zoneOfVariable } from '../ruby/time/time-zone.ts';
import { isArray, isHash, isNil, type RubyHash, type Value } from '../ruby/values.ts';
import { isOn } from '../settings/readers.ts';
import { joinTables, type SettingTable } from '../settings/setting.ts';
import { withBuilderDefaults, withExcludes, withForced } from './builder-configuration.ts';
import { findBuilder } from './builder-signs.ts';
import { findCacheFolder } from './cache-folder.ts';
import { checkFileValues, checkSettings } from './check-settings.ts';
import { type ConfigFiles, readConfigFiles } from './config-files.ts';
import { placeInFiles } from './place-in-config.ts';
import { findTheme, hasLayouts, isSafeAsked } from './theme/find-theme.ts';
import { withTheme } from './theme/theme-config.ts';
import { toolFiles } from './tool-files.ts';

export interface ConfigFlags {
  /** Absolute: where the command runs. */
  readonly workingFolder: string;
  /** `config` holds the files of `--config`, with commas between them; `source` is found here alone. */
  readonly overrides: Overrides;
}

/** A plugin as far as the configuration needs to know it: the settings that it declares. */
export interface SettingsOwner {
  readonly name?: string;
  readonly settings?: SettingTable;
  /** The setting that switches it on. */
  readonly setting?: string;
}

/**
 * The whole configuration of a build. Never throws: mistakes are in `diagnostics`, and an error among them means that nothing
 * should be built.
 *
 * @param plugins those that come with the program: their settings are known whether a site names them or not
 */
export function loadConfig(
  fs: ReadFs,
  env: Env,
  flags: ConfigFlags,
  plugins: readonly SettingsOwner[],
): Config {
  const table = joinTables([siteSettings, ...plugins.map(({ settings = {} }) => settings)]);
  const diagnostics: Diagnostic[] = [];
  const home = env.get('HOME');
  const expand = (path: string): string => expandPath(path, flags.workingFolder, home);
  const { files, rules, signs } = readFiles(fs, env, flags, expand, plugins);
  diagnostics.push(...files.diagnostics, ...signs, ...checkFileValues(table, files));
  const environment = env.get('JEKYLL_ENV') ?? 'development';
  const isThemeNamed = files.values.has('theme') || flags.overrides.has('theme');
  const plain = defaultValues(flags.workingFolder);
  const defaults = withBuilderDefaults(plain, rules, environment, isThemeNamed);
  const settled = deepMerge(defaults, withOverrides(files, flags.overrides));
  const folder = expand(settingsOf(settled).source);
  const tools = toolFiles(fs, folder);
  diagnostics.push(...tools.diagnostics);
  const isExcludeSet = files.values.has('exclude');
  const excluding = withExcludes(settled, rules.exclude, isExcludeSet, tools.excluded);
  const values = withForced(withCollections(excluding), rules, files, (found) => diagnostics.push(found));
  diagnostics.push(...checkSettings(table, values, files));

  const settings = settingsOf(values);
  const source = expand(settings.source);
  if (kindAt(fs, source) !== 'folder')
    diagnostics.push(diagnose(configMessages.sourceMissing, { folder: source }));
  const epoch = env.get('SOURCE_DATE_EPOCH');
  if (epoch !== undefined && !/^\d+$/.test(epoch))
    diagnostics.push(diagnose(configMessages.badEpoch, { value: epoch }));
  const realSource = realFolder(fs, source);
  const { workingFolder, overrides } = flags;
  const found = findTheme({ fs, env, values, files, overrides, source: realSource, workingFolder });
  const isDefault = !isThemeNamed && !isOn(settings.remoteTheme);
  const wanted = found.wanted && { ...found.wanted, isDefault };
  // a site with layouts of its own does without
  const isLeftOut = isDefault && hasLayouts(fs, realSource, settings);
  if (!isDefault) diagnostics.push(...found.diagnostics);
  else if (!isLeftOut && found.diagnostics.length > 0) diagnostics.push(...missingDefaultTheme(rules));
  const cache = findCacheFolder(fs, {
    source: realSource,
    name: settings.cacheDir,
    files,
    typed: flags.overrides,
  });
  diagnostics.push(...cache.diagnostics);
  const config: Config = {
    source: realSource,
    destination: expand(settings.destination),
    cacheFolder: cache.folder,
    typed: flags.overrides,
    values,
    settings,
    files: files.sources,
    environment,
    timeZone: timeZoneOf(settings, files, env, diagnostics),
    strictFrontMatter:
      (flags.overrides.get('strict_front_matter') ?? files.values.get('strict_front_matter')) !== false,
    isSafeAsked: isSafeAsked({ files, overrides }),
    rules,
    ...(wanted === undefined || isLeftOut ? {} : { wantedTheme: wanted }),
    diagnostics,
  };
  return found.theme === undefined ? config : withTheme(fs, config, found.theme);
}

interface FilesOfBuilder {
  readonly files: ConfigFiles;
  readonly rules: BuilderRules;
  /** How the builder was found out, where nothing names it. */
  readonly signs: readonly Diagnostic[];
}

/** The configuration files and the rules of the builder that they, or else the site's other files, ask for. */
function readFiles(
  fs: ReadFs,
  env: Env,
  { overrides, workingFolder }: ConfigFlags,
  expand: (path: string) => string,
  plugins: readonly SettingsOwner[],
): FilesOfBuilder {
  const files = readConfigFiles(fs, expand, overrides, jekyllRules.yamlScalars);
  const said = overrides.get('github_pages') ?? files.values.get('github_pages');
  const found = isNil(said)
    ? findBuilder({
        ...{ fs, env, workingFolder, values: files.values },
        source: expand(String(overrides.get('source') ?? files.values.get('source') ?? '.')),
        ownSettings: plugins.flatMap(({ name, setting }) =>
          setting === undefined || githubPagesRules.configuration?.allowed.has(name ?? '') ? [] : [setting],
        ),
      })
    : { onPages: isOn(said), diagnostics: [] };
  if (!found.onPages) return { files, rules: jekyllRules, signs: found.diagnostics };
  const read = readConfigFiles(fs, expand, overrides, githubPagesRules.yamlScalars);
  return { files: read, rules: githubPagesRules, signs: found.diagnostics };
}

function missingDefaultTheme({ defaultTheme }: BuilderRules): readonly Diagnostic[] {
  const name = defaultTheme?.name ?? '';
  return [diagnose(configMessages.pagesThemeMissing, { name })];
}

/** The files' values with those of the command line after them, as Jekyll's `build` command adds them. */
function withOverrides(files: ConfigFiles, overrides: Overrides): RubyHash {
  const given = new Map<Value, Value>(overrides);
  const named = overrides.get('config');
  if (typeof named === 'string') given.set('config', named.split(','));
  if (!given.has('serving')) given.set('serving', false);
  const merged = deepMerge(withCollections(files.values), given);
  return new Map([...merged].map(([key, value]) => [toText(key), value]));
}

/** `collections` as a mapping that starts with the posts, which are always written and have the site's permalink style. */
function withCollections(values: RubyHash): RubyHash {
  const given = values.get('collections');
  if (isNil(given)) return values;
  const named = isArray(given) ? new Map(given.map((label) => [label, new Map()])) : given;
  if (!isHash(named)) return values;
  const collections = new Map(deepMerge(new Map([['posts', new Map()]]), named));
  const posts = collections.get('posts');
  const settings = new Map(isHash(posts) ? posts : []).set('output', true);
  const style = values.get('permalink');
  if (isOn(style) && !isOn(settings.get('permalink')))
    settings.set('permalink', permalinkStyles.get(String(style)) ?? String(style));
  return new Map(values).set('collections', collections.set('posts', settings));
}

function timeZoneOf({ timezone }: Settings, files: ConfigFiles, env: Env, diagnostics: Diagnostic[]): string {
  if (timezone === undefined) return env.timeZone;
  const zone = zoneOfVariable(timezone);
  if (isTimeZone(zone)) return zone;
  const place = placeInFiles(files.sources, ['timezone']);
  const known = Intl.supportedValuesOf('timeZone');
  diagnostics.push(
    diagnose(configMessages.unknownTimeZone, { zone, nearest: nearest(zone, known) }, { place }),
  );
  return zone;
}
