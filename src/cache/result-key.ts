/** What makes the results of one build good for another: the same engines, plugins and settings. */

import { fingerprintValue } from '../graph/fingerprint-value.ts';
import type { Config } from '../model/config.ts';
import type { Plugin } from '../plugin/api/plugin.ts';

/** Settings that engines are made with: whoever uses an engine depends on all of them. */
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

/** Undefined where a plugin is not built in: it may look at anything. */
export function resultKey(
  config: Config,
  plugins: readonly Plugin[],
  builtIn: readonly Plugin[],
): string | undefined {
  if (!plugins.every((plugin) => builtIn.includes(plugin))) return undefined;
  const key = [
    ...[config.source, config.environment, config.timeZone, config.theme?.root ?? ''],
    ...plugins.map(({ name }) => name),
    ...ENGINE_SETTINGS.map((name) => fingerprintValue(config.values.get(name)) ?? ''),
  ];
  return key.join('\n');
}

/** Whether anything may be kept in the cache folder. */
export function isCached({ settings }: Config): boolean {
  return !settings.disableDiskCache && !settings.safe;
}
