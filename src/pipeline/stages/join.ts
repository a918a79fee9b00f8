/** Waits for the Sass compiler and puts its stylesheets among the outputs. */

import type { BuildRun } from '../build-run.ts';
import type { Gathered, Joined } from '../build-state.ts';
import { fillStylesheets } from '../site-outputs.ts';
import type { BuildVariant } from '../variant.ts';

export async function join(run: BuildRun, variant: BuildVariant, gathered: Gathered): Promise<Joined> {
  const joined = await gathered.stylesheets.join();
  gathered.sheetResults.commit();
  variant.keepStylesheets(run, gathered.config, gathered.sheetStore);
  run.reportAll(joined.diagnostics);
  return {
    ...gathered,
    outputs: fillStylesheets(gathered.gathered, joined),
    hasStylesheets: joined.sheets.length > 0,
  };
}
