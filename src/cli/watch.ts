/** `hastie build --watch`: a preview without its server. Builds, and builds again whenever a file changes. */

import { sweepingOnly } from '../base/catalogue/serve.ts';
import { diagnose } from '../base/diagnostic.ts';
import { loadConfig } from '../config/load-config.ts';
import { createRebuilder } from '../serve/rebuild.ts';
import { createSession } from '../serve/session.ts';
import { createWatchScope } from '../serve/watch-scope.ts';
import { type Context, EXIT, isQuiet, tell, traceText } from './context.ts';
import { createServeReport } from './serve-report.ts';
import type { ServeWorld } from './serve-world.ts';

/** Returns the exit status: 0 after Ctrl-C, whatever the last build came to. */
export async function runWatch(context: Context, serve: ServeWorld): Promise<number> {
  const { args, world, workingFolder, terminal } = context;
  const { overrides } = args;
  tell(context, args.remarks);
  let stopping = false;
  const stop = new Promise<void>((resolve) => {
    serve.onInterrupt(
      () => {
        stopping = true;
        resolve();
      },
      () => serve.end(),
    );
  });
  const flags = {
    workingFolder,
    overrides,
    strict: args.program.get('strict') === true,
    adoptDestination: args.program.get('adopt-destination') === true,
  };
  const polling = overrides.get('force_polling') === true;
  const session = createSession(
    {
      ...serve,
      fs: world.fs,
      elapsed: world.clock.elapsed,
      openHints: polling ? undefined : serve.openHints,
    },
    createRebuilder({ ...world, stopped: () => stopping }, serve.newClock, flags),
    {
      ...createServeReport(context, serve.nowMs),
      fault(diagnostic, error) {
        tell(context, [diagnostic]);
        terminal.err(traceText(context, error));
      },
      sweepingOnly: (code, reason) => tell(context, [diagnose(sweepingOnly, { code, reason })]),
    },
    { hosts: new Set(), reload: false, listings: false, retryMs: 0, run: '', reloadIgnores: [] },
    createWatchScope(loadConfig(world.fs, world.env, flags)),
  );
  await session.build();
  if (!stopping) {
    if (!isQuiet(args, world)) terminal.err('Watching for changes (Ctrl-C stops)\n');
    await session.watch();
    await stop;
  }
  await session.stop();
  return EXIT.ok;
}
