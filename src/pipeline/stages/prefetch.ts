/** Lets plugins ask the world: the only asynchronous hook that they have. */

import { prefetchAll } from '../../plugin/host/prefetch.ts';
import type { BuildRun } from '../build-run.ts';
import type { Prefetched, WithCompiler } from '../build-state.ts';

export async function prefetch(run: BuildRun, compiling: WithCompiler): Promise<Prefetched> {
  const { plugins, config, files } = compiling;
  const { git, gitFetch } = run.world;
  const ports = { git, gitFetch, fetched: run.variant.fetched };
  const prefetched = await prefetchAll(plugins, config, run.env, ports, run.report, files);
  return { ...compiling, prefetched };
}
