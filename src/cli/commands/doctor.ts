/** `hastie doctor`: builds the site in memory and reports what is wrong with it. Writes nothing. */

import { expandPath, isWithin, pathOfKey, toOutputKey } from '../../base/paths.ts';
import { examine, type Findings } from '../../doctor/examine.ts';
import { findRepository } from '../../files/repository.ts';
import { buildSite } from '../../pipeline/build-site.ts';
import type { SiteResult } from '../../pipeline/site-result.ts';
import { Examination } from '../../pipeline/variants/examination.ts';
import { FsError, kindAt, type ReadFs } from '../../ports/fs.ts';
import { themeFiles } from '../../themes/theme-files.ts';
import { type Context, EXIT, isQuiet, print, reportDiagnostics } from '../context.ts';
import { jsonFindings } from '../report/json-report.ts';
import { createProgress } from '../report/progress.ts';
import { count, troubleText } from '../report/summary.ts';

const NOTHING: Findings = { diagnostics: [], pages: 0, references: 0 };

/** Returns the exit status: 1 where there is an error or a warning. */
export async function runDoctor(context: Context): Promise<number> {
  const { args, world, terminal, outPalette: palette } = context;
  const start = world.clock.elapsed();
  const quiet = isQuiet(args, world);
  const progress = createProgress(terminal, world.clock);
  const flags = {
    workingFolder: context.workingFolder,
    // compiled stylesheets would be kept
    overrides: new Map([...args.overrides, ['disable_disk_cache', true]]),
  };
  const result = await buildSite(
    quiet ? world : { ...world, progress: progress.step },
    flags,
    new Examination(),
  ).finally(progress.end);
  const { config } = result;
  const { diagnostics: found, pages, references } = findIn(world.fs, result);
  const diagnostics = [...args.remarks, ...result.diagnostics, ...found];
  const ok = diagnostics.every(({ severity }) => severity === 'info');
  const ms = world.clock.elapsed() - start;
  reportDiagnostics(context, diagnostics, config.source, result.sources);
  if (args.program.get('json') === true) {
    terminal.out(jsonFindings({ pages, references }, { ok, diagnostics, source: config.source }, ms));
  }
  if (!quiet) {
    const looked = `checked ${count(pages, 'page')} and ${count(references, 'reference')}`;
    print(
      context,
      ok
        ? `${palette.good('No problems found')}: ${looked}.\n`
        : `${troubleText(diagnostics, palette)}; ${looked}.\n`,
    );
  }
  return ok ? EXIT.ok : EXIT.failed;
}

/** No findings for a site that does not build. */
function findIn(fs: ReadFs, { config, inventory, outputs, sources, files }: SiteResult): Findings {
  if (inventory === undefined) return NOTHING;
  const kindOf = (path: string) => {
    const key = toOutputKey(path);
    return key === undefined ? undefined : kindAt(fs, pathOfKey(config.source, key));
  };
  return examine({
    config,
    inventory,
    outputs,
    sources: (file) => (isWithin(config.source, expandPath(file, config.source)) ? sources(file) : undefined),
    files,
    themeFiles: config.theme === undefined ? [] : themeFiles(fs, config.theme),
    repository: findRepository(fs, config.source),
    hasFile: (path) => kindOf(path) === 'file',
    hasFolder: (path) => kindOf(path) === 'folder',
    readCopy: (path) => readCopy(fs, path),
  });
}

/** Empty for a file that has gone or may not be read: the build has reported it. */
function readCopy(fs: ReadFs, path: string): string {
  try {
    return new TextDecoder().decode(fs.readBytes(path));
  } catch (error) {
    if (error instanceof FsError) return '';
    throw error;
  }
}
