/** Plugins that are not built in: files of the site's `_plugins` and npm packages that `plugins:` names. Not under `safe`. */

import { fingerprint, fingerprintBytes } from '../../base/hash.ts';
import { baseName, expandPath, extensionOf, folderOf, joinPaths } from '../../base/paths.ts';
import { checkTypes } from '../../config/check-settings.ts';
import { placeInConfig } from '../../config/place-in-config.ts';
import { loadMessages } from '../../diagnostics/catalogue/site/plugin-load.ts';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { Config } from '../../model/config.ts';
import { siteSettings } from '../../model/settings/settings.ts';
import { FsError, type ReadFs } from '../../ports/fs.ts';
import type { Modules } from '../../ports/modules.ts';
import { shownPath } from '../../read/context.ts';
import { joinTables } from '../../settings/setting.ts';
import type { Plugin } from '../api/plugin.ts';
import { guardPlugin, locateInCode, type PluginCode } from './guard-plugin.ts';
import { describeRubyPlugin, standInFor } from './ruby-plugin.ts';
import { allowedPlugins } from './select.ts';
import { pluginsIn } from './shape.ts';

export interface LoadPorts {
  readonly fs: ReadFs;
  readonly modules: Modules;
  readonly report: (diagnostic: Diagnostic) => void;
}

export interface LoadedPlugins {
  /** Those of `_plugins`, in the order of their files' names. */
  readonly own: readonly Plugin[];
  /** Those of npm packages, in the order of the configuration. */
  readonly packages: readonly Plugin[];
  /** The fingerprint of the code of each. */
  readonly code: ReadonlyMap<Plugin, string>;
  /** The file that each is entered by, as places name it. */
  readonly files: ReadonlyMap<Plugin, string>;
}

export async function loadPlugins(
  config: Config,
  builtIn: readonly Plugin[],
  ports: LoadPorts,
): Promise<LoadedPlugins> {
  const isSafe = config.settings.safe;
  const own: Plugin[] = [];
  const fingerprints = new Map<Plugin, string>();
  const files = new Map<Plugin, string>();
  for (const folder of pluginFolders(config)) {
    for (const file of filesBelow(ports.fs, folder)) {
      const shown = shownPath(config, file);
      const extension = extensionOf(file);
      if (extension === '.rb') own.push(...rubyStandIn(file, shown, isSafe ? [] : builtIn, builtIn, ports));
      else if (isSafe) {
        const place = { file: shown, line: 1, column: 1 };
        ports.report(diagnose(loadMessages.unsafe, { name: shown }, { place }));
      } else {
        const found = await loadFile(file, shown, codeIn(folder, file, config, ports.fs), config, ports);
        for (const plugin of found) files.set(plugin, shown);
        own.push(...found);
      }
    }
  }
  const ownCode = fingerprintCode(
    ports.fs,
    pluginFolders(config).flatMap((folder) => filesBelow(ports.fs, folder)),
  );
  for (const plugin of own) if (!builtIn.includes(plugin)) fingerprints.set(plugin, ownCode);
  const packages: Plugin[] = [];
  reportUnlisted(config, builtIn, ports.report);
  for (const { name, place } of unknownNames(config, [...builtIn, ...own])) {
    const file = ports.modules.resolve(name, config.source);
    if (file === undefined) {
      const names = builtIn.flatMap((plugin) => [plugin.name, ...(plugin.aliases ?? [])]);
      ports.report(diagnose(loadMessages.unknown, { name, names }, { place }));
    } else if (isSafe) ports.report(diagnose(loadMessages.unsafe, { name }, { place }));
    else {
      const code = codeIn(packageFolder(file), file, config, ports.fs);
      const found = await loadFile(file, name, code, config, ports);
      // whatever it calls itself, it was asked for by this name
      for (const plugin of found) {
        const named = { ...plugin, aliases: [...(plugin.aliases ?? []), name] };
        packages.push(named);
        files.set(named, code.file);
        fingerprints.set(named, fingerprintCode(ports.fs, [file]));
      }
    }
  }
  // the built-in ones' were checked with the configuration
  const known = joinTables([siteSettings, ...builtIn.map(({ settings = {} }) => settings)]);
  for (const { settings = {} } of [...own, ...packages]) {
    const added = Object.entries(settings).filter(([key]) => !Object.hasOwn(known, key));
    for (const found of checkTypes(Object.fromEntries(added), config.values, config.files))
      ports.report(found);
  }
  return { own, packages, code: fingerprints, files };
}

/** The built-in plugin that does the work of a Ruby file; else what the file gives is reported as missing. */
function rubyStandIn(
  path: string,
  file: string,
  standIns: readonly Plugin[],
  builtIn: readonly Plugin[],
  { fs, report }: LoadPorts,
): readonly Plugin[] {
  const text = new TextDecoder().decode(fs.readBytes(path));
  const found = standInFor(baseName(file), text, standIns);
  if (found === undefined) {
    report(describeRubyPlugin(file, text, builtIn));
    return [];
  }
  const place = { file, line: 1, column: 1 };
  if (!found.isUnchanged)
    report(diagnose(loadMessages.rubyChanged, { file, plugin: found.plugin.name }, { place }));
  return [found.plugin];
}

/** Empty where a file can't be read: loading it reports that. */
function fingerprintCode(fs: ReadFs, files: readonly string[]): string {
  try {
    return fingerprint(files.map((file) => `${file} ${fingerprintBytes(fs.readBytes(file))}`).join('\n'));
  } catch (error) {
    if (error instanceof FsError) return '';
    throw error;
  }
}

/** `plugins_dir`: a folder or several, relative to the source. */
function pluginFolders(config: Config): readonly string[] {
  return config.settings.pluginsDir.map((folder) => expandPath(folder, config.source));
}

const EXTENSIONS: ReadonlySet<string> = new Set(['.js', '.mjs', '.cjs', '.ts', '.mts', '.rb']);

function filesBelow(fs: ReadFs, folder: string): readonly string[] {
  try {
    if (fs.stat(folder)?.kind !== 'folder') return [];
    return fs.list(folder).flatMap((entry) => {
      const path = joinPaths(folder, entry.name);
      if (entry.name.startsWith('.') || entry.name === 'node_modules') return [];
      if (entry.kind === 'folder') return filesBelow(fs, path);
      return EXTENSIONS.has(extensionOf(entry.name)) && !entry.name.endsWith('.d.ts') ? [path] : [];
    });
  } catch (error) {
    if (error instanceof FsError) return [];
    throw error;
  }
}

/** The folder of the package that a file belongs to; its own folder where it belongs to none. */
function packageFolder(file: string): string {
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0] ?? folderOf(file);
}

function codeIn(folder: string, file: string, config: Config, fs: ReadFs): PluginCode {
  return {
    file: shownPath(config, file),
    folder: realPath(fs, folder),
    shownFolder: shownPath(config, folder),
  };
}

function realPath(fs: ReadFs, folder: string): string {
  try {
    return fs.realPath(folder);
  } catch (error) {
    if (error instanceof FsError) return folder;
    throw error;
  }
}

/** @param shown what messages call it: a file, or the name of a package */
async function loadFile(
  file: string,
  shown: string,
  code: PluginCode,
  config: Config,
  { modules, report }: LoadPorts,
): Promise<readonly Plugin[]> {
  const place = { file: code.file, line: 1, column: 1 };
  try {
    const loaded = /\.m?ts$/.test(file)
      ? await modules.loadTypeScript(file, config.source)
      : { exports: await modules.load(file) };
    if (loaded === 'missing') {
      report(diagnose(loadMessages.noTypeScript, { file: shown }, { place }));
      return [];
    }
    const plugins = pluginsIn(loaded.exports, shown, (found) => report({ ...found, place }));
    return plugins.map((plugin) => guardPlugin(plugin, code, modules));
  } catch (error) {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const facts = { file: shown, reason: reason.split('\n')[0] ?? '' };
    report(diagnose(loadMessages.notLoaded, facts, { place: locateInCode(error, code, modules).place }));
    return [];
  }
}

/** Notes which built-in plugins `plugins:` (or `gems:`) names and `safe` keeps out: Jekyll passes over them in silence. */
function reportUnlisted(
  config: Config,
  builtIn: readonly Plugin[],
  report: (diagnostic: Diagnostic) => void,
): void {
  const isAllowed = allowedPlugins(config);
  const known = new Set(builtIn.flatMap((plugin) => [plugin.name, ...(plugin.aliases ?? [])]));
  for (const { name, place } of namedPlugins(config, (each) => known.has(each) && !isAllowed(each)))
    report(diagnose(loadMessages.unlisted, { name }, { place }));
}

/** What `plugins:` (or `gems:`) names and nobody is called. */
function unknownNames(config: Config, known: readonly Plugin[]) {
  const names = new Set(known.flatMap((plugin) => [plugin.name, ...(plugin.aliases ?? [])]));
  return namedPlugins(config, (name) => !names.has(name));
}

/** Those of the names in `plugins:` and `gems:` that are asked for, with their places. */
function namedPlugins(config: Config, isWanted: (name: string) => boolean) {
  return (['plugins', 'gems'] as const).flatMap((key) => {
    const wanted = config.settings[key]
      .map((name, at) => ({ name, at }))
      .filter(({ name }) => isWanted(name));
    // Found by parsing the configuration once more: for what is complained about alone.
    return wanted.map(({ name, at }) => ({ name, place: placeInConfig(config, [key, at]) }));
  });
}
