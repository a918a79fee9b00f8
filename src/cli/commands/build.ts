/** `hastie build`: runs the whole pipeline once and reports the result. */

import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { buildSite } from '../../pipeline/build-site.ts';
import { SingleBuild } from '../../pipeline/variants/single-build.ts';
import { buildFlags } from '../build-flags.ts';
import { type Context, EXIT, isQuiet, reportDiagnostics } from '../context.ts';
import { reportBuild } from '../report/build-report.ts';
import { createProgress } from '../report/progress.ts';

/** Returns the exit status. */
export async function runBuild(context: Context): Promise<number> {
  const { args, world, terminal } = context;
  const isStrict = args.program.get('strict') === true;
  // A flag without effect is a warning; under `--strict` nothing is written because of it.
  if (isStrict && args.remarks.some(({ severity }) => severity === 'warning')) {
    reportDiagnostics(context, args.remarks);
    return EXIT.failed;
  }
  const start = world.clock.elapsed();
  const progress = createProgress(terminal, world.clock);
  const announce = (note: Diagnostic): void => {
    progress.end();
    world.announce(note);
  };
  const result = await buildSite(
    isQuiet(args, world) ? world : { ...world, progress: progress.step, announce },
    buildFlags(context),
    new SingleBuild(context.cache),
  ).finally(progress.end);
  const { source, destination, cacheFolder, settings } = result.config;
  return reportBuild(
    context,
    {
      ...result,
      ...{ source, destination, cacheFolder },
      profiled: settings.profile,
      diagnostics: [...args.remarks, ...result.diagnostics],
    },
    world.clock.elapsed() - start,
  );
}
