/** What a builder's rules make of a site's configuration: the defaults under it, what is forced over it, which plugins run. */

import { configMessages } from '../diagnostics/catalogue/site/config.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { ConfigurationRules } from '../model/builder/pages-gem.ts';
import type { BuilderRules, ExcludeRule } from '../model/builder/rules.ts';
import { settingsOf } from '../model/settings/settings.ts';
import { deepMerge } from '../ruby/deep-merge.ts';
import { isArray, type RubyHash, type Value } from '../ruby/values.ts';
import type { ConfigFiles } from './config-files.ts';
import { placeInFiles } from './place-in-config.ts';

/** Jekyll's defaults with those of the builder. A theme of its own is only there where the site names none, not even nil. */
export function withBuilderDefaults(
  defaults: RubyHash,
  { configuration, defaultTheme }: BuilderRules,
  environment: string,
  isThemeNamed: boolean,
): RubyHash {
  const themed =
    defaultTheme === undefined || isThemeNamed ? defaults : new Map(defaults).set('theme', defaultTheme.name);
  return configuration === undefined ? themed : deepMerge(themed, configuration.defaults(environment));
}

/** `exclude` with the builder's own list, and with `always`, which no rule takes away. */
export function withExcludes(
  values: RubyHash,
  { names, kept }: ExcludeRule,
  isSet: boolean,
  always: readonly string[],
): RubyHash {
  const exclude = values.get('exclude');
  if (!isArray(exclude)) return values;
  const own = kept === 'always' || !isSet ? names : [];
  return new Map(values).set('exclude', [...new Set([...exclude, ...own, ...always])]);
}

/** The configuration with what the builder insists on; plugins that don't run there are taken out, with a warning for each. */
export function withForced(
  values: RubyHash,
  { configuration }: BuilderRules,
  files: ConfigFiles,
  report: (diagnostic: Diagnostic) => void,
): RubyHash {
  if (configuration === undefined) return values;
  const { forced, allowed, everywhere, markdown } = configuration;
  const named = settingsOf(values).plugins;
  reportRefused(named, configuration, files, report);
  const processor = markdown.get(settingsOf(values).markdown.toLowerCase()) ?? KRAMDOWN;
  return new Map<Value, Value>([
    ...deepMerge(values, forced),
    ['whitelist', [...allowed]],
    ['plugins', [...new Set([...named.filter((name) => allowed.has(name)), ...everywhere])]],
    ...processor,
  ]);
}

const KRAMDOWN: RubyHash = new Map([['markdown', 'kramdown']]);

function reportRefused(
  named: readonly string[],
  { allowed }: ConfigurationRules,
  files: ConfigFiles,
  report: (diagnostic: Diagnostic) => void,
): void {
  for (const [at, name] of named.entries()) {
    if (allowed.has(name)) continue;
    const place = placeInFiles(files.sources, ['plugins', at]);
    report(diagnose(configMessages.notOnPages, { name }, { place }));
  }
}
