/** Which plugins a site has: those of `plugins:` (and of `gems:`, its old name) that are known, those of a setting, its own. */

import { isNil } from '../base/ruby/values.ts';
import type { Config } from '../model/config.ts';
import type { Plugin } from './api.ts';

/**
 * @param own the plugins of the site itself, which need not be named
 * @param themes the names of those that the theme depends on
 */
export function selectPlugins(
  known: readonly Plugin[],
  own: readonly Plugin[],
  themes: readonly string[],
  config: Config,
): readonly Plugin[] {
  const byName = new Map(
    [...known, ...own].flatMap((plugin) =>
      [plugin.name, ...(plugin.aliases ?? [])].map((name) => [name, plugin] as const),
    ),
  );
  const selected = new Set<Plugin>(themes.flatMap((name) => byName.get(name) ?? []));
  for (const key of ['plugins', 'gems']) {
    const names = config.values.get(key);
    if (!Array.isArray(names)) continue;
    for (const entry of names) {
      const plugin = byName.get(String(entry));
      if (plugin !== undefined) selected.add(plugin);
    }
  }
  for (const plugin of known) {
    const value = plugin.setting === undefined ? false : config.values.get(plugin.setting);
    if (value !== false && !isNil(value)) selected.add(plugin);
  }
  for (const plugin of own) selected.add(plugin);
  return [...selected];
}
