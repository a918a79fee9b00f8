/** `hastie build`: runs the whole pipeline once and says what came of it. */

import { buildSite, type SiteResult } from '../build/build-site.ts';
import { type Context, EXIT, isQuiet, shownPath, tell } from './context.ts';
import { jsonReport } from './json-report.ts';
import { createProgress } from './progress.ts';
import { stagesText, successText, templatesText, troubleText } from './summary.ts';
import { whyText } from './why.ts';

/** Returns the exit status. */
export async function runBuild(context: Context): Promise<number> {
  const { args, world, terminal } = context;
  const strict = args.program.get('strict') === true;
  // A flag that can't be obeyed is a warning; under `--strict` nothing is written because of it.
  if (strict && args.remarks.some(({ severity }) => severity === 'warning')) {
    tell(context, args.remarks);
    return EXIT.failed;
  }
  const why = args.program.get('why') === true;
  const start = world.clock.elapsed();
  const progress = createProgress(terminal, world.clock);
  const quiet = isQuiet(args, world);
  const result = await buildSite(quiet ? world : { ...world, progress: progress.step }, {
    workingFolder: context.workingFolder,
    overrides: why ? new Map([...args.overrides, ['incremental', true]]) : args.overrides,
    strict,
    adoptDestination: args.program.get('adopt-destination') === true,
  }).finally(progress.end);
  const ms = world.clock.elapsed() - start;
  const diagnostics = [...args.remarks, ...result.diagnostics];
  tell(context, diagnostics, result.config.source, result.sources);
  if (context.interrupted()) {
    terminal.err('Interrupted: every file is whole, old or new.\n');
    return EXIT.interrupted;
  }
  if (why) terminal.err(whyText(result.rendered, result.reused));
  if (!quiet) sumUp(context, result, ms);
  if (args.program.get('json') === true) terminal.out(jsonReport({ ...result, diagnostics }, ms));
  return result.ok ? EXIT.ok : EXIT.failed;
}

function sumUp({ args, terminal, palette, workingFolder }: Context, result: SiteResult, ms: number): void {
  const { config, write, counts, stages } = result;
  const destination = shownPath(workingFolder, config.destination);
  if (args.overrides.get('verbose') === true) {
    terminal.err(
      `Source: ${config.source}\nDestination: ${config.destination}\nCache: ${config.cacheFolder}\n`,
    );
    for (const key of write?.written ?? []) terminal.err(`  ${palette.good('written')} ${key}\n`);
    for (const key of write?.removed ?? []) terminal.err(`  ${palette.warning('removed')} ${key}\n`);
  }
  if (config.values.get('profile') === true)
    terminal.err(stagesText(stages) + templatesText(result.templates));
  const trouble = troubleText(result.diagnostics, palette);
  if (result.ok && write !== undefined) {
    const tally = {
      ...counts,
      written: write.written.length,
      unchanged: write.unchanged.length,
      removed: write.removed.length,
    };
    terminal.err(`${successText(tally, destination, ms, palette)}${trouble === '' ? '' : ` ${trouble}.`}\n`);
  } else {
    const nothing = write === undefined || write.written.length + write.removed.length === 0;
    const untouched = nothing ? ` ${palette.strong(destination)} was left as it was.` : '';
    const why = result.diagnostics.some(({ severity }) => severity === 'error')
      ? ''
      : ' (under --strict a warning is an error)';
    terminal.err(`${trouble}${why}.${untouched}\n`);
  }
}
