/** Recalls the results of earlier builds. */

import { resultKey } from '../../cache/result-key.ts';
import type { BuildRun } from '../build-run.ts';
import type { Guarded, Recalled } from '../build-state.ts';

export function recall(run: BuildRun, guarded: Guarded): Recalled {
  const { config, plugins } = guarded;
  return {
    ...guarded,
    store: run.variant.recall(run, config),
    resultKey: resultKey(config, plugins, run.world.plugins),
  };
}
