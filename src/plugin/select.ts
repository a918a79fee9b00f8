/** Which plugins a site has: those of `plugins:` (and of `gems:`, its old name) that are known, and those of a setting. */

import { buildMessages } from '../base/catalogue/build.ts';
import { type Diagnostic, diagnose } from '../base/diagnostic.ts';
import { isNil } from '../base/ruby/values.ts';
import { placeInConfig } from '../config/place-in-config.ts';
import type { Config } from '../model/config.ts';
import type { Plugin } from './api.ts';

export function selectPlugins(
  known: readonly Plugin[],
  config: Config,
  report: (diagnostic: Diagnostic) => void,
): readonly Plugin[] {
  const byName = new Map(
    known.flatMap((plugin) =>
      [plugin.name, ...(plugin.aliases ?? [])].map((name) => [name, plugin] as const),
    ),
  );
  const selected = new Set<Plugin>();
  for (const key of ['plugins', 'gems']) {
    const names = config.values.get(key);
    if (!Array.isArray(names)) continue;
    for (const [at, entry] of names.entries()) {
      const name = String(entry);
      const plugin = byName.get(name);
      if (plugin !== undefined) selected.add(plugin);
      else {
        const facts = { name, names: [...byName.keys()] };
        report(diagnose(buildMessages.unknownPlugin, facts, { place: placeInConfig(config, [key, at]) }));
      }
    }
  }
  for (const plugin of known) {
    const value = plugin.setting === undefined ? false : config.values.get(plugin.setting);
    if (value !== false && !isNil(value)) selected.add(plugin);
  }
  return [...selected];
}
