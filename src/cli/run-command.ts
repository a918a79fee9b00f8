/** From a command to what runs it. */

import { runBuild } from './commands/build.ts';
import { runClean } from './commands/clean.ts';
import { runCompletion } from './commands/completion.ts';
import { runDoctor } from './commands/doctor.ts';
import { runHighlightCss } from './commands/highlight-css.ts';
import { runServe } from './commands/serve.ts';
import { runStats, type StatsPorts } from './commands/stats.ts';
import { runTheme } from './commands/theme.ts';
import { runWatch } from './commands/watch.ts';
import { type Context, EXIT } from './context.ts';
import type { ServeWorld } from './serving/serve-world.ts';

/** What single commands need besides the context of all. */
export interface CommandPorts {
  /** Absent where nothing can be served. */
  readonly serve?: ServeWorld;
  /** Absent where nothing can be fetched. */
  readonly stats?: StatsPorts;
}

/** Returns the exit status. */
export async function runCommand(context: Context, ports: CommandPorts): Promise<number> {
  switch (context.args.command) {
    case 'build':
      return await buildOrWatch(context, ports);
    case 'clean':
      return runClean(context);
    case 'serve':
      return ports.serve === undefined ? EXIT.usage : await runServe(context, ports.serve);
    case 'stats':
      return ports.stats === undefined ? EXIT.usage : await runStats(context, ports.stats);
    case 'theme':
      return await runTheme(context);
    case 'doctor':
      return await runDoctor(context);
    case 'highlight-css':
      return runHighlightCss(context);
    case 'completion':
      return runCompletion(context);
    case undefined:
      return EXIT.usage;
  }
}

function buildOrWatch(context: Context, { serve }: CommandPorts): Promise<number> {
  const watches = context.args.overrides.get('watch') === true;
  return watches && serve !== undefined ? runWatch(context, serve) : runBuild(context);
}
