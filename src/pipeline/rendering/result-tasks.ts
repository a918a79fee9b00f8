/** The tasks of a rendering: how each kind of node is compared with what an earlier build saw. */

import { type Resolvers, resolve } from '../../graph/nodes.ts';
import { Results } from '../../graph/results.ts';
import { Store } from '../../graph/store.ts';
import { Tasks } from '../../graph/tasks.ts';
import { timeResolvers } from '../../graph/time-recorder.ts';
import { worldResolvers } from '../../graph/world-recorder.ts';
import { sheetResolvers } from '../../render/wiring/stylesheet-results.ts';
import type { BuildRun } from '../build-run.ts';
import type { Prefetched } from '../site-state.ts';
import type { RenderingParts } from './parts.ts';

/** None of earlier builds where nobody knows what they depend on. */
export function openResults({ store, resultKey }: Pick<Prefetched, 'store' | 'resultKey'>): Results {
  return new Results(resultKey === undefined ? new Store() : store, resultKey ?? '');
}

export function createResultTasks(
  run: BuildRun,
  state: Pick<Prefetched, 'sheetDisk' | 'records'>,
  rendering: Pick<RenderingParts, 'site' | 'draft' | 'tracker' | 'payloads' | 'templates'>,
  results: Results,
): Tasks {
  const { site, draft, tracker, payloads, templates } = rendering;
  const resolvers: Resolvers = {
    ...payloads.nodes.resolvers,
    ...templates.resolvers,
    ...timeResolvers(run.clock.now, site.config.timeZone),
    ...worldResolvers(run.fs, run.env, []),
    ...sheetResolvers(state.sheetDisk),
    sassCompiler: ({ setting }) => run.world.sass.identify(setting || undefined),
  };
  return new Tasks({
    results,
    tracker,
    resolve: (node) => resolve(resolvers, node),
    isUnchanged: (node) => !site.routes.usesTime && state.records.isUnchanged(node, draft.touched),
    onTime: (reading) => run.time.repeat(reading),
    restore: templates.restore,
  });
}
