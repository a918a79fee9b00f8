/** Starts the Sass compiler, if a stylesheet will need it: it works while pages are rendered. */

import { placeInConfig } from '../../config/place-in-config.ts';
import { placed } from '../../diagnostics/diagnostic.ts';
import { readSassSettings } from '../../engines/sass/settings.ts';
import { Results } from '../../graph/results.ts';
import type { Inventory } from '../../model/inventory.ts';
import { StylesheetResults } from '../../render/wiring/stylesheet-results.ts';
import type { BuildRun } from '../build-run.ts';
import type { WithCompiler, WithInventory } from '../site-state.ts';
import type { BuildVariant } from '../variant.ts';

export function startCompiler(
  run: BuildRun,
  variant: BuildVariant,
  inventoried: WithInventory,
): WithCompiler {
  const { config, inventory } = inventoried;
  const { settings, diagnostics } = readSassSettings(
    config.settings.sass,
    config.environment,
    config.rules.sourceMaps,
  );
  run.reportAll(diagnostics.map((found) => placed(found, () => placeInConfig(config, ['sass']))));
  const stylesheets = variant.openStylesheets(
    { fs: run.fs, clock: run.clock, sass: run.world.sass },
    {
      source: config.source,
      settings,
      ...(config.theme === undefined ? {} : { theme: config.theme.root }),
    },
  );
  const sheetStore = variant.recallStylesheets(run, config);
  const sheetResults = new Results(sheetStore, 'stylesheets');
  const sheetDisk = stylesheets.begin(run.fs, (disk) => new StylesheetResults(disk, sheetResults));
  const sheets = inventory.pages.filter(({ extension }) => /^\.s[ac]ss$/i.test(extension));
  stylesheets.prepare(
    sheets.map(({ path }) => path),
    countDocuments(inventory),
  );
  return { ...inventoried, stylesheets, sass: settings, sheetDisk, sheetStore, sheetResults };
}

/** What is left of a build that stopped must not end up in the next one. */
export function closeCompiler(variant: BuildVariant, { stylesheets }: WithCompiler, isIdle: boolean): void {
  variant.closeStylesheets(stylesheets, isIdle);
}

function countDocuments({ pages, collections }: Inventory): number {
  return [...collections.values()].reduce((sum, { documents }) => sum + documents.length, pages.length);
}
