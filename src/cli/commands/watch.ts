/** `hastie build --watch`: a preview without its server. Builds, and builds again whenever a file changes. */

import { loadConfig } from '../../config/load-config.ts';
import { pollingOnly } from '../../diagnostics/catalogue/program/serve.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import { createRebuilder } from '../../serve/rebuild.ts';
import { createSession } from '../../serve/session.ts';
import { createWatchScope } from '../../serve/watch/watch-scope.ts';
import { type Context, EXIT, isQuiet, say, tell, traceText } from '../context.ts';
import { createEnding, type End, untilItEnds } from '../serving/serve-ending.ts';
import { createServeReport } from '../serving/serve-report.ts';
import type { ServeWorld } from '../serving/serve-world.ts';

/** Returns the exit status: 0 after Ctrl-C, whatever the last build came to. */
export function runWatch(context: Context, serve: ServeWorld): Promise<number> {
  return untilItEnds(serve, () => watchOnce(context, serve));
}

async function watchOnce(context: Context, serve: ServeWorld): Promise<End> {
  const { args, world, workingFolder, terminal } = context;
  const { overrides } = args;
  tell(context, args.remarks);
  const flags = {
    workingFolder,
    overrides,
    strict: args.program.get('strict') === true,
    adoptDestination: args.program.get('adopt-destination') === true,
  };
  const config = loadConfig(world.fs, world.env, flags);
  const ending = createEnding(context, serve, config);
  const polling = overrides.get('force_polling') === true;
  const session = createSession(
    {
      ...serve,
      fs: world.fs,
      elapsed: world.clock.elapsed,
      openHints: polling ? undefined : serve.openHints,
    },
    ending.leaving(
      createRebuilder({ ...world, stopped: ending.isHere }, serve.newClock, flags, context.cache),
    ),
    {
      ...createServeReport(context, serve.nowMs),
      fault(diagnostic, error) {
        tell(context, [diagnostic]);
        terminal.err(traceText(context, error));
      },
      sweepingOnly: (code, reason) => tell(context, [diagnose(pollingOnly, { code, reason })]),
      isOutdatedBy: ending.isOutdatedBy,
    },
    { hosts: new Set(), reload: false, listings: false, retryMs: 0, run: '', reloadIgnores: [] },
    createWatchScope(config),
  );
  await session.build();
  if (!ending.isHere()) {
    if (!isQuiet(args, world)) say(context, 'Watching for changes (Ctrl-C to stop)\n');
    await session.watch();
    await ending.came;
  }
  await session.stop();
  return ending.end(EXIT.ok);
}
