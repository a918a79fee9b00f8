/** `hastie build`: runs the whole pipeline once and says what came of it. */

import { buildSite } from '../../pipeline/build-site.ts';
import { SingleBuild } from '../../pipeline/variants/single-build.ts';
import { type Context, EXIT, isQuiet, tell } from '../context.ts';
import { reportBuild } from '../report/build-report.ts';
import { createProgress } from '../report/progress.ts';

/** Returns the exit status. */
export async function runBuild(context: Context): Promise<number> {
  const { args, world, terminal } = context;
  const strict = args.program.get('strict') === true;
  // A flag that can't be obeyed is a warning; under `--strict` nothing is written because of it.
  if (strict && args.remarks.some(({ severity }) => severity === 'warning')) {
    tell(context, args.remarks);
    return EXIT.failed;
  }
  const start = world.clock.elapsed();
  const progress = createProgress(terminal, world.clock);
  const flags = {
    workingFolder: context.workingFolder,
    overrides: args.overrides,
    strict,
    adoptDestination: args.program.get('adopt-destination') === true,
  };
  const result = await buildSite(
    isQuiet(args, world) ? world : { ...world, progress: progress.step },
    flags,
    new SingleBuild(context.cache),
  ).finally(progress.end);
  const { source, destination, cacheFolder, values } = result.config;
  return reportBuild(
    context,
    {
      ...result,
      ...{ source, destination, cacheFolder },
      profiled: values.get('profile') === true,
      diagnostics: [...args.remarks, ...result.diagnostics],
    },
    world.clock.elapsed() - start,
  );
}
