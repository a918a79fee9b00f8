/** Compiles one stylesheet with a started compiler and records everything that it read. */

import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import { type Compiler, isSheetError } from '../compilers/compiler.ts';
import type { FolderTable, RootPath } from '../imports/folder-table.ts';
import { createImporter } from '../imports/importer.ts';
import type { Places } from '../imports/places.ts';
import { readableText } from '../imports/sheet-text.ts';
import { urlOf } from '../imports/sheet-url.ts';
import type { Compiled, StylesheetJob } from '../jobs.ts';
import type { SassSettings } from '../settings.ts';
import { collectComplaints, createLocator } from './complaints.ts';
import { mapName, shapeCss, shapeMap } from './css-shape.ts';
import { explainAll, explainUnmet } from './explain.ts';

export interface Workplace {
  readonly compiler: Compiler;
  readonly table: FolderTable;
  readonly places: Places;
  readonly settings: SassSettings;
}

/**
 * Mistakes of the user's are in the result; whatever else the compiler throws is thrown on. `onFile` is called with
 * every file that is read.
 */
export async function compileStylesheet(
  { compiler, table, places, settings }: Workplace,
  job: StylesheetJob,
  onFile: (file: string) => void,
): Promise<Compiled> {
  const { roots } = places;
  const locator = createLocator(job, roots);
  const complaints = collectComplaints(locator, settings.verbose);
  const imports = createImporter(table, places, job, onFile);
  const finish = (made: Pick<Compiled, 'css' | 'map'>, found: readonly Diagnostic[] = []): Compiled => ({
    ...made,
    diagnostics: [...imports.warnings, ...complaints.diagnostics(), ...found],
    deprecations: complaints.deprecations(),
    reads: imports.reads(),
  });
  // sassc returns an empty text as it is, without a source map.
  if (job.text === '') return finish({ css: '' });
  const { path } = job;
  try {
    const { css, sourceMap } = await compiler.compile({
      text: readableText(job.text),
      syntax: job.syntax,
      url: path === undefined ? undefined : urlOf({ root: places.source, path }),
      style: settings.style,
      sourceMap: settings.sourceMaps && path !== undefined,
      // Exact counts would cost a tenth of the time: each use is reported with its lines, framed.
      verbose: settings.verbose,
      quietDeps: settings.quietDeps,
      silenceDeprecations: settings.silenceDeprecations,
      importer: imports.importer,
      listener: complaints.listener,
    });
    const unmet = imports.unmet.map((use) => explainUnmet(use, locator, 'warning'));
    if (path === undefined || sourceMap === undefined)
      return finish({ css: shapeCss(css, settings, undefined).css }, unmet);
    const shaped = shapeCss(css, settings, mapName(path));
    const textOf = (file: RootPath | undefined): string =>
      file === undefined || (file.root === places.source && file.path === path) ? job.text : table.text(file);
    return finish({ css: shaped.css, map: shapeMap(sourceMap, path, roots, shaped.shifts, textOf) }, unmet);
  } catch (error) {
    if (!isSheetError(error)) throw error;
    return finish({}, explainAll(error, locator, imports));
  }
}
