/** Lets plugins add pages and layouts and amend documents: what comes of it is the site. */

import { buildMessages } from '../../diagnostics/catalogue/site/build.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import type { Plugin } from '../../plugin/api/plugin.ts';
import { generate as generateWith, initializeDocuments } from '../../plugin/host/hooks.ts';
import { orderPlugins } from '../../plugin/loading/priorities.ts';
import { attempt, type Explain } from '../attempt.ts';
import type { BuildRun } from '../build-run.ts';
import type { Generated } from '../build-state.ts';
import { Rendering } from '../rendering/rendering.ts';
import type { Prefetched } from '../site-state.ts';

export function generate(run: BuildRun, prefetched: Prefetched): Generated {
  const { plugins, pluginPlaces } = prefetched;
  const rendering = new Rendering(run, prefetched);
  const { draft, views } = rendering;
  const initializers = plugins.filter(({ postInit }) => postInit !== undefined);
  const parts = { draft, views, prefetched: prefetched.prefetched, initializers };
  const call = ({ name }: Plugin, hook: string, step: () => void): void =>
    attempt(run.report, failedIn(name, hook), () => pluginPlaces.of(name), step);
  for (const plugin of initializers) call(plugin, 'postInit', () => initializeDocuments(plugin, parts));
  for (const plugin of orderPlugins(plugins)) call(plugin, 'generate', () => generateWith(plugin, parts));
  return { ...prefetched, rendering };
}

const failedIn =
  (name: string, hook: string): Explain =>
  (reason) =>
    diagnose(buildMessages.pluginFailed, { name, hook, reason });
