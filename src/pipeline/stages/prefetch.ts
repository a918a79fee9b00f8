/** Lets plugins ask the world: the only asynchronous hook that they have. */

import { prefetchAll } from '../../plugin/host/prefetch.ts';
import type { BuildRun } from '../build-run.ts';
import type { Prefetched, WithCompiler } from '../site-state.ts';
import type { BuildVariant } from '../variant.ts';

export async function prefetch(
  run: BuildRun,
  variant: BuildVariant,
  compiling: WithCompiler,
): Promise<Prefetched> {
  const { plugins, config, files, pluginPlaces } = compiling;
  const { git, gitFetch } = run.world;
  const ports = { git, gitFetch, fetched: variant.fetched };
  const prefetched = await prefetchAll(plugins, config, run.env, ports, run.report, pluginPlaces.of, files);
  return { ...compiling, prefetched };
}
