/** Which plugins a site has, in the order in which Jekyll loads them: that order decides whose generator comes first. */

import type { Config } from '../../model/config.ts';
import { isOn } from '../../settings/readers.ts';
import type { Plugin } from '../api/plugin.ts';

export interface Candidates {
  /** Those that come with the program. */
  readonly builtIn: readonly Plugin[];
  /** Those of the site's `_plugins`, which need not be named. */
  readonly own: readonly Plugin[];
  /** Those of npm packages that `plugins:` names. */
  readonly packages: readonly Plugin[];
  /** The names of the Gemfile's group `jekyll_plugins`. */
  readonly gemfile: readonly string[];
  /** The names of those that the theme depends on. */
  readonly theme: readonly string[];
}

/** The Gemfile's, the theme's, those of `_plugins`, of `plugins:` (and `gems:`, its old name), of a setting of their own. */
export function selectPlugins(candidates: Candidates, config: Config): readonly Plugin[] {
  const { builtIn, own, packages, gemfile, theme } = candidates;
  const byName = new Map(
    [...builtIn, ...own, ...packages].flatMap((plugin) =>
      [plugin.name, ...(plugin.aliases ?? [])].map((name) => [name, plugin] as const),
    ),
  );
  const named = (names: readonly string[]) => names.flatMap((name) => byName.get(name) ?? []);
  const isAllowed = allowedPlugins(config);
  const allowed = (names: readonly string[]) => named(names.filter(isAllowed));
  return [
    ...new Set([
      // GitHub Pages has a Gemfile of its own
      ...(config.rules.configuration === undefined ? named(gemfile) : []),
      ...allowed(theme),
      ...own,
      ...allowed(config.settings.plugins),
      ...allowed(config.settings.gems),
      ...builtIn.filter(({ setting }) => setting !== undefined && isOn(config.values.get(setting))),
    ]),
  ];
}

/** Whether `plugins:` or a theme may turn a plugin on: under `safe` those that `whitelist` names, as in Jekyll. */
export function allowedPlugins({ settings }: Config): (name: string) => boolean {
  if (!settings.safe) return () => true;
  const names = new Set(settings.whitelist);
  return (name) => names.has(name);
}
