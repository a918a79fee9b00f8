/** The tasks of a rendering: how each kind of node is compared with what an earlier build saw. */

import type { SheetDisk } from '../engines/sass/sheet-disk.ts';
import { type Resolvers, resolve } from '../graph/nodes.ts';
import type { Results } from '../graph/results.ts';
import { Tasks } from '../graph/tasks.ts';
import { timeResolvers } from '../graph/time-recorder.ts';
import { worldResolvers } from '../graph/world-recorder.ts';
import { sheetResolvers } from '../render/wiring/stylesheet-results.ts';
import type { BuildRun } from './build-run.ts';
import type { Rendering } from './rendering.ts';

export function createResultTasks(
  run: BuildRun,
  sheetDisk: SheetDisk,
  rendering: Pick<Rendering, 'site' | 'draft' | 'tracker' | 'payloads' | 'templates'>,
  results: Results,
): Tasks {
  const { site, draft, tracker, payloads, templates } = rendering;
  const resolvers: Resolvers = {
    ...payloads.nodes.resolvers,
    ...templates.resolvers,
    ...timeResolvers(run.clock.now, site.config.timeZone),
    ...worldResolvers(run.fs, run.env, []),
    ...sheetResolvers(sheetDisk),
    sassCompiler: ({ setting }) => run.world.sass.identify(setting || undefined),
  };
  return new Tasks({
    results,
    tracker,
    resolve: (node) => resolve(resolvers, node),
    isUnchanged: (node) => !site.routes.usesTime && run.variant.isUnchanged(node, draft.touched),
    onTime: (reading) => run.time.repeat(reading),
    restore: templates.restore,
  });
}
