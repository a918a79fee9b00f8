/** Writes the outputs, if nothing is wrong with the build. */

import type { BuildRun } from '../build-run.ts';
import type { Joined, Written } from '../build-state.ts';
import type { BuildVariant } from '../variant.ts';

export async function write(run: BuildRun, variant: BuildVariant, joined: Joined): Promise<Written> {
  if (run.failed) run.stop();
  const result = await variant.write(run, joined);
  if (result === undefined) run.stop();
  run.reportAll(result.diagnostics);
  return { ...joined, write: result };
}
