/** Compiles one stylesheet with a started compiler and notes everything that it looked at. */

import type * as Sass from 'sass';
import type { Diagnostic } from '../base/diagnostic.ts';
import { createListener, createLocator, isSheetError, whereabouts } from './complaints.ts';
import { mapName, shapeCss, shapeMap } from './css-shape.ts';
import { explain } from './explain.ts';
import type { FolderTable } from './folder-table.ts';
import { createImporter } from './importer.ts';
import type { Compiled, StylesheetJob } from './jobs.ts';
import type { Places } from './places.ts';
import type { SassSettings } from './settings.ts';
import { urlOf } from './sheet-url.ts';

/** One of the two compilers, started. */
export interface Compiler {
  /** `sass-embedded` or `sass`. */
  readonly name: string;
  /** Rejects with the compiler's own exception; one without `sassMessage` means that the compiler itself is done for. */
  compile(text: string, options: CompileOptions): Promise<Sass.CompileResult>;
  end(): void;
}

export type CompileOptions = Sass.StringOptions<'sync'>;

export interface Workplace {
  readonly compiler: Compiler;
  readonly table: FolderTable;
  readonly places: Places;
  readonly settings: SassSettings;
}

/** Mistakes of the user's are in the result; whatever else the compiler throws is thrown on. `onFile` hears of every file that is read. */
export async function compileStylesheet(
  { compiler, table, places, settings }: Workplace,
  job: StylesheetJob,
  onFile: (file: string) => void,
): Promise<Compiled> {
  const { roots } = places;
  const locator = createLocator(job, roots);
  const listener = createListener(locator, settings.verbose);
  const imports = createImporter(table, places, job, onFile);
  const finish = (made: Pick<Compiled, 'css' | 'map'>, errors: readonly Diagnostic[] = []): Compiled => ({
    ...made,
    diagnostics: [...imports.warnings, ...listener.diagnostics, ...errors],
    deprecations: listener.deprecations(),
    reads: imports.reads(),
  });
  // sassc gives an empty text back as it is, without a source map.
  if (job.text === '') return finish({ css: '' });
  const { path } = job;
  try {
    const { css, sourceMap } = await compiler.compile(job.text, {
      style: settings.style,
      syntax: job.syntax === 'sass' ? 'indented' : 'scss',
      ...(path === undefined ? {} : { url: urlOf({ root: places.source, path }) }),
      importers: [imports.importer],
      charset: true,
      sourceMap: settings.sourceMaps && path !== undefined,
      sourceMapIncludeSources: true,
      logger: listener.logger,
      // Exact counts cost the native compiler nothing that is felt, the JavaScript one a fifth of its time.
      verbose: settings.verbose || compiler.name === 'sass-embedded',
      quietDeps: settings.quietDeps,
      // The door: of an id that it does not know the compiler only warns.
      silenceDeprecations: settings.silenceDeprecations as Sass.DeprecationOrId[],
    });
    if (path === undefined || sourceMap === undefined)
      return finish({ css: shapeCss(css, settings, undefined).css });
    const shaped = shapeCss(css, settings, mapName(path));
    return finish({ css: shaped.css, map: shapeMap(sourceMap, path, roots, shaped.shifts) });
  } catch (error) {
    if (!isSheetError(error)) throw error;
    return finish({}, [explain(error, whereabouts(error, locator), imports.failure())]);
  }
}
