/** The tasks of a rendering: how each kind of node is compared with what an earlier build saw. */

import { type Resolvers, resolve } from '../graph/nodes.ts';
import type { Store } from '../graph/store.ts';
import { Tasks } from '../graph/tasks.ts';
import { timeResolvers } from '../graph/time-recorder.ts';
import { worldResolvers } from '../graph/world-recorder.ts';
import type { BuildRun } from './build-run.ts';
import type { Rendering } from './rendering.ts';

export function createResultTasks(
  run: BuildRun,
  rendering: Pick<Rendering, 'site' | 'draft' | 'tracker' | 'payloads' | 'templates'>,
  store: Store,
  key: string,
): Tasks {
  const { site, draft, tracker, payloads, templates } = rendering;
  const resolvers: Resolvers = {
    ...payloads.nodes.resolvers,
    ...templates.resolvers,
    ...timeResolvers(run.clock.now, site.config.timeZone),
    ...worldResolvers(run.fs, run.env, []),
    sassCompiler: ({ setting }) => run.world.sass.identify(setting || undefined),
  };
  return new Tasks({
    store,
    key,
    tracker,
    resolve: (node) => resolve(resolvers, node),
    isUnchanged: (node) => !site.routes.usesTime && run.variant.isUnchanged(node, draft.touched),
    onTime: (reading) => run.time.repeat(reading),
    restore: templates.restore,
  });
}
