/** The plugins of a site, ready to run, and the configuration as they leave it: the step between configuring and reading. */

import { placeInConfig } from '../config/place-in-config.ts';
import { loadMessages } from '../diagnostics/catalogue/site/plugin-load.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { findRepository, type Repository } from '../files/repository.ts';
import type { Config } from '../model/config.ts';
import type { Plugin } from '../plugin/api/plugin.ts';
import { isTruthy } from '../plugin/api/values.ts';
import { configureAll } from '../plugin/host/configure.ts';
import { gemfilePlugins, reportUnknownGems } from '../plugin/loading/gemfile-plugins.ts';
import { loadPlugins } from '../plugin/loading/load.ts';
import { selectPlugins } from '../plugin/loading/select.ts';
import { themePlugins } from '../plugin/loading/theme-plugins.ts';
import type { Env } from '../ports/env.ts';
import type { ReadFs } from '../ports/fs.ts';
import type { Modules } from '../ports/modules.ts';
import type { SourceFiles } from '../ports/source-files.ts';

export interface PluginWorld {
  readonly fs: ReadFs;
  readonly env: Env;
  /** Absent where only built-in plugins shall run. */
  readonly modules?: Modules;
  readonly plugins: readonly Plugin[];
  /** Absolute: where the command runs. */
  readonly workingFolder: string;
}

const noModules: Modules = {
  load: () => Promise.reject(new Error('modules can not be loaded here')),
  loadTypeScript: () => Promise.resolve('missing'),
  resolve: () => undefined,
};

export async function preparePlugins(
  world: PluginWorld,
  config: Config,
  files: SourceFiles,
  report: (diagnostic: Diagnostic) => void,
): Promise<{ readonly plugins: readonly Plugin[]; readonly config: Config }> {
  const { fs, env, workingFolder, modules = noModules } = world;
  const gemfile = gemfilePlugins(fs, env, [workingFolder, config.source]);
  const loaded = await loadPlugins(config, world.plugins, { fs, modules, report });
  const candidates = {
    builtIn: world.plugins,
    ...loaded,
    gemfile: gemfile?.gems.map(({ name }) => name) ?? [],
    theme: themePlugins(fs, config),
  };
  if (gemfile !== undefined) reportUnknownGems(gemfile, candidates, config, report);
  const plugins = selectPlugins(candidates, config);
  if (isTruthy(config.values.get('paginate')) && !plugins.some(({ name }) => /^jekyll-paginate/.test(name)))
    report(diagnose(loadMessages.paginateWithoutPlugin, {}, { place: placeInConfig(config, ['paginate']) }));
  let repository: { readonly found: Repository | undefined } | undefined;
  return {
    plugins,
    config: configureAll(plugins, config, {
      env,
      files,
      repository: () => (repository ??= { found: findRepository(fs, config.source) }).found,
      report,
    }),
  };
}
