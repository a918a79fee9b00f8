/** What makes the results of one build good for another: the same engines, plugins and settings. */

import { fingerprintValue } from '../graph/fingerprint-value.ts';
import type { Config } from '../model/config.ts';
import type { Plugin } from '../plugin/api/plugin.ts';

/** Settings that engines are created with: a result that used an engine depends on all of them. */
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

/**
 * Undefined where a plugin is neither built in nor declared pure: it may look at anything.
 * @param code fingerprints of the code of those that are not built in
 */
export function resultKey(
  config: Config,
  plugins: readonly Plugin[],
  builtIn: readonly Plugin[],
  code: ReadonlyMap<Plugin, string>,
): string | undefined {
  const isKnown = (plugin: Plugin): boolean =>
    builtIn.includes(plugin) || (plugin.isPure === true && (code.get(plugin) ?? '') !== '');
  if (!plugins.every(isKnown)) return undefined;
  const key = [
    ...[
      config.source,
      config.environment,
      config.timeZone,
      config.theme?.root ?? '',
      config.rules.gems.jekyll ?? '',
    ],
    ...plugins.map((plugin) => `${plugin.name} ${code.get(plugin) ?? ''}`),
    ...ENGINE_SETTINGS.map((name) => fingerprintValue(config.values.get(name)) ?? ''),
  ];
  return key.join('\n');
}

/** Whether anything may be kept in the cache folder. */
export function isCached({ settings, isSafeAsked }: Config): boolean {
  return !settings.disableDiskCache && !isSafeAsked;
}
