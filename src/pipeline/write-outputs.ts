/** Writes all outputs to the destination, with progress, and stops between two files when asked to. */

import type { Written } from '../write/record.ts';
import { keptFiles } from '../write/site-destination.ts';
import { type WriteResult, writeStepwise } from '../write/write.ts';
import type { BuildRun } from './build-run.ts';
import type { Joined } from './build-state.ts';

/** So many files are written between two looks at signals and timers. */
const STEP = 256;

/** @param before what an earlier build of this process wrote */
export async function writeOutputs(
  { world, flags }: BuildRun,
  build: Joined,
  before?: Written,
): Promise<WriteResult> {
  const { config, destination, outputs } = build;
  const steps = writeStepwise(world.fs, destination, outputs, {
    keepFiles: keptFiles(config),
    adopt: flags.adoptDestination === true,
    processes: world.processes,
    placeOf: (document, key) => build.rendering.places.of(document, key),
    before,
    stopped: world.stopped,
    announce: world.announce,
  });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (step.value % STEP !== 0) continue;
    world.progress('write', step.value, outputs.length);
    await world.breathe();
  }
}
