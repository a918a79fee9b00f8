/** Reads the source folder and the theme. */

import { hasErrors } from '../../diagnostics/diagnostic.ts';
import type { BuildRun } from '../build-run.ts';
import type { Recalled, WithInventory } from '../site-state.ts';
import type { BuildVariant } from '../variant.ts';

export function read(run: BuildRun, variant: BuildVariant, recalled: Recalled): WithInventory {
  const inventory = variant.read(run, recalled.config, recalled.plugins);
  run.reportAll(inventory.diagnostics);
  if (hasErrors(inventory.diagnostics)) run.markIncomplete();
  return { ...recalled, inventory, records: variant.records() };
}
