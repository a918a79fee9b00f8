/** What makes the results of one build good for another: the same engines. */

import { fingerprintValue } from '../graph/fingerprint-value.ts';
import type { Store } from '../graph/store.ts';
import type { Config } from '../model/config.ts';
import type { Plugin } from '../plugin/api/plugin.ts';

/** What a build takes from earlier ones and gives to later ones. */
export interface Memory {
  readonly store: Store;
  /** What all results rest on: engines, plugins, settings. */
  readonly key: string;
}

/** Settings that engines are made with: whoever uses an engine rests on all of them. */
const ENGINE_SETTINGS = [
  'commonmark',
  'encoding',
  'highlighter',
  'kramdown',
  'liquid',
  'markdown',
  'markdown_ext',
  'safe',
] as const;

/** Undefined where a plugin is not one of ours: nobody knows what it looks at. */
export function createMemory(
  store: Store | undefined,
  config: Config,
  plugins: readonly Plugin[],
  builtIn: readonly Plugin[],
): Memory | undefined {
  if (store === undefined || !plugins.every((plugin) => builtIn.includes(plugin))) return undefined;
  const key = [
    ...[config.source, config.environment, config.timeZone, config.theme?.root ?? ''],
    ...plugins.map(({ name }) => name),
    ...ENGINE_SETTINGS.map((name) => fingerprintValue(config.values.get(name)) ?? ''),
  ];
  return { store, key: key.join('\n') };
}
