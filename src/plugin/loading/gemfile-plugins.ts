/** The plugins of the Gemfile: Jekyll has Bundler require the group `jekyll_plugins` before it looks at anything else. */

import { isHarmlessGem } from '../../diagnostics/catalogue/site/plugin-gems.ts';
import { loadMessages } from '../../diagnostics/catalogue/site/plugin-load.ts';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { Gemfile } from '../../files/gemfile/find-gemfile.ts';
import type { Gem } from '../../files/gemfile/read-gemfile.ts';
import type { Config } from '../../model/config.ts';
import { shownPath } from '../../read/context.ts';
import type { Candidates } from './select.ts';

const GROUP = 'jekyll_plugins';

export interface PluginGem {
  /** What Bundler requires. */
  readonly name: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

/** What Bundler would require, in the order of loading. */
export function pluginGems(gems: readonly Gem[]): readonly PluginGem[] {
  const found = new Map<string, PluginGem>();
  for (const { groups, requires, line, column } of gems)
    if (groups.includes(GROUP))
      for (const name of requires) if (!found.has(name)) found.set(name, { name, line, column });
  return [...found.values()];
}

/**
 * Notes, once, which gems of the group are plugins of Jekyll's that are neither built in nor the site's own. Those that
 * `plugins:` names have been reported there; themes and tools bring nothing to a build.
 */
export function reportUnknownGems(
  { path, gems }: Gemfile,
  { builtIn, own, packages, theme }: Candidates,
  config: Config,
  report: (diagnostic: Diagnostic) => void,
): void {
  const known = new Set(
    [...builtIn, ...own, ...packages].flatMap(({ name, aliases = [] }) => [name, ...aliases]).concat(theme),
  );
  const configured = [...config.settings.plugins, ...config.settings.gems];
  const unknown = pluginGems(gems).filter(
    ({ name }) =>
      isPlugin(name) && !known.has(name) && !configured.includes(name) && name !== config.theme?.name,
  );
  const [first] = unknown;
  if (first === undefined) return;
  const file = shownPath(config, path);
  const names = unknown.map(({ name }) => name);
  report(
    diagnose(
      loadMessages.unknownGems,
      { names },
      { place: { file, line: first.line, column: first.column } },
    ),
  );
}

/** Whether a gem of this name would add something to a site. */
function isPlugin(name: string): boolean {
  return /^jekyll[-_/]/.test(name) && !/^jekyll-theme|-theme$/.test(name) && !isHarmlessGem(name);
}
