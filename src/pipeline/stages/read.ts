/** Reads the source folder and the theme. */

import { hasErrors } from '../../diagnostics/diagnostic.ts';
import type { BuildRun } from '../build-run.ts';
import type { Recalled, WithInventory } from '../build-state.ts';

export function read(run: BuildRun, recalled: Recalled): WithInventory {
  const inventory = run.variant.read(run, recalled.config, recalled.plugins);
  run.reportAll(inventory.diagnostics);
  if (hasErrors(inventory.diagnostics)) run.markIncomplete();
  return { ...recalled, inventory };
}
