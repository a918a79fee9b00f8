/** `hastie build --watch`: a preview without its server. Builds, and builds again whenever a file changes. */

import { loadConfig } from '../../config/load-config.ts';
import { createWatchScope } from '../../serve/watch/watch-scope.ts';
import { buildFlags } from '../build-flags.ts';
import { type Context, EXIT, isQuiet, print, reportDiagnostics } from '../context.ts';
import { createRunSession } from '../serving/run-session.ts';
import { ServeReport } from '../serving/serve-report.ts';
import type { ServeWorld } from '../serving/serve-world.ts';
import { type RunResult, runUntilDone, Shutdown } from '../serving/shutdown.ts';

/** Returns the exit status: 0 after Ctrl-C, whatever the last build came to. */
export function runWatch(context: Context, serve: ServeWorld): Promise<number> {
  return runUntilDone(serve, () => watchOnce(context, serve));
}

async function watchOnce(context: Context, serve: ServeWorld): Promise<RunResult> {
  const { args, world } = context;
  reportDiagnostics(context, args.remarks);
  const flags = buildFlags(context);
  const config = loadConfig(world.fs, world.env, flags, world.plugins);
  const shutdown = new Shutdown(context, serve, config);
  const report = new ServeReport(context, serve.nowMs);
  const session = createRunSession(context, serve, shutdown, {
    flags,
    settings: { hosts: new Set(), reload: false, listings: false, retryMs: 0, run: '', reloadIgnores: [] },
    scope: createWatchScope(config),
    polling: args.overrides.get('force_polling') === true,
    built: (result, ms, changes) => report.built(result, ms, changes),
  });
  await session.build();
  if (!shutdown.isRequested) {
    if (!isQuiet(args, world)) print(context, 'Watching for changes (Ctrl-C to stop)\n');
    await session.watch();
    await shutdown.requested;
  }
  await session.stop();
  return shutdown.finish(EXIT.ok);
}
