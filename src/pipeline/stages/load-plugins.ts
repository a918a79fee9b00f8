/** Loads the plugins of a site and lets them add to the configuration. */

import { placeInConfig } from '../../config/place-in-config.ts';
import { loadMessages } from '../../diagnostics/catalogue/site/plugin-load.ts';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import { findGemfile } from '../../files/gemfile/find-gemfile.ts';
import { findRepository, type Repository } from '../../files/repository.ts';
import type { Config } from '../../model/config.ts';
import type { Plugin } from '../../plugin/api/plugin.ts';
import { isTruthy } from '../../plugin/api/values.ts';
import { configureAll } from '../../plugin/host/configure.ts';
import { PluginPlaces } from '../../plugin/host/plugin-places.ts';
import { pluginGems, reportUnknownGems } from '../../plugin/loading/gemfile-plugins.ts';
import { loadPlugins as loadFiles } from '../../plugin/loading/load.ts';
import { selectPlugins } from '../../plugin/loading/select.ts';
import { themePlugins } from '../../plugin/loading/theme-plugins.ts';
import { shownPath } from '../../read/context.ts';
import type { BuildRun } from '../build-run.ts';
import type { Configured, WithPlugins } from '../site-state.ts';

export async function loadPlugins(run: BuildRun, configured: Configured): Promise<WithPlugins> {
  const { config: given, files } = configured;
  const { fs, env, report } = run;
  const { plugins: builtIn, modules } = run.world;
  const gemfile = findGemfile(fs, env, [run.flags.workingFolder, given.source]);
  const loaded = await loadFiles(given, builtIn, { fs, modules, report });
  const candidates = {
    builtIn,
    ...loaded,
    gemfile: pluginGems(gemfile?.gems ?? []).map(({ name }) => name),
    theme: themePlugins(fs, given),
  };
  if (gemfile !== undefined) reportUnknownGems(gemfile, candidates, given, report);
  const plugins = selectPlugins(candidates, given);
  const pluginPlaces = new PluginPlaces(given, plugins, {
    files: loaded.files,
    gemfile: gemfile && { file: shownPath(given, gemfile.path), gems: gemfile.gems },
  });
  reportMissingPagination(given, plugins, report);
  let repository: { readonly found: Repository | undefined } | undefined;
  const config = configureAll(plugins, given, {
    env,
    files,
    repository: () => (repository ??= { found: findRepository(fs, given.source) }).found,
    report,
    placeOf: pluginPlaces.of,
  });
  run.stopOnErrors();
  return { ...configured, config, plugins, pluginCode: loaded.code, pluginPlaces };
}

function reportMissingPagination(
  config: Config,
  plugins: readonly Plugin[],
  report: (diagnostic: Diagnostic) => void,
): void {
  if (!isTruthy(config.settings.paginate)) return;
  if (plugins.some(({ name }) => /^jekyll-paginate/.test(name))) return;
  report(diagnose(loadMessages.paginateWithoutPlugin, {}, { place: placeInConfig(config, ['paginate']) }));
}
