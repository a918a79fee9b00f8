/** Recalls the results of earlier builds. */

import { resultKey } from '../../cache/result-key.ts';
import type { BuildRun } from '../build-run.ts';
import type { Guarded, Recalled } from '../site-state.ts';
import type { BuildVariant } from '../variant.ts';

export function recall(run: BuildRun, variant: BuildVariant, guarded: Guarded): Recalled {
  const { config, plugins } = guarded;
  return {
    ...guarded,
    store: variant.recall(run, config),
    resultKey: resultKey(config, plugins, run.world.plugins),
  };
}
