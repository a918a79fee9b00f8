/** From the words of a command line to an exit status: parses, answers what needs no command, and hands the rest on. */

import type { ResultCache } from '../cache/disk-cache.ts';
import { systemRefused } from '../diagnostics/catalogue/program/cli.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { World } from '../pipeline/world.ts';
import { FsError } from '../ports/fs.ts';
import { systemReason } from '../write/system-reason.ts';
import { runBuild } from './commands/build.ts';
import { runClean } from './commands/clean.ts';
import { findCommand } from './commands/commands.ts';
import { runCompletion } from './commands/completion.ts';
import { runDoctor } from './commands/doctor.ts';
import { commandHelp, programHelp } from './commands/help.ts';
import { runHighlightCss } from './commands/highlight-css.ts';
import { runServe } from './commands/serve.ts';
import { runStats, type StatsPorts } from './commands/stats.ts';
import { versionJson, versionText } from './commands/version.ts';
import { runWatch } from './commands/watch.ts';
import { type Context, createPalettes, EXIT, tell } from './context.ts';
import { parseArguments } from './parse-arguments.ts';
import { jsonFailure } from './report/json-report.ts';
import type { ServeWorld } from './serving/serve-world.ts';
import type { Terminal } from './terminal.ts';

export interface Surroundings {
  readonly world: World;
  readonly terminal: Terminal;
  readonly workingFolder: string;
  /** What builds keep for one another. */
  readonly cache: ResultCache;
  readonly interrupted: () => boolean;
  /** Absent where nothing can be served. */
  readonly serve?: ServeWorld;
  /** Absent where nothing can be fetched. */
  readonly stats?: StatsPorts;
}

export async function run(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const { world, terminal } = surroundings;
  const args = parseArguments(words);
  const context: Context = { ...surroundings, args, ...createPalettes(args, world, terminal) };
  if (words.length === 0 || (args.mistakes.length === 0 && args.program.get('help') === true)) {
    const command = args.name === undefined ? undefined : findCommand(args.name);
    terminal.out(command === undefined ? programHelp() : commandHelp(command));
    return EXIT.ok;
  }
  if (args.mistakes.length === 0 && args.program.get('version') === true) {
    terminal.out(args.program.get('json') === true ? versionJson() : versionText());
    return EXIT.ok;
  }
  if (args.mistakes.length > 0) return fail(context, args.mistakes, EXIT.usage);
  try {
    switch (args.command) {
      case 'build':
        return args.overrides.get('watch') === true && surroundings.serve !== undefined
          ? await runWatch(context, surroundings.serve)
          : await runBuild(context);
      case 'clean':
        return runClean(context);
      case 'serve':
        return surroundings.serve === undefined ? EXIT.usage : await runServe(context, surroundings.serve);
      case 'stats':
        return surroundings.stats === undefined ? EXIT.usage : await runStats(context, surroundings.stats);
      case 'doctor':
        return await runDoctor(context);
      case 'highlight-css':
        return runHighlightCss(context);
      case 'completion':
        return runCompletion(context);
      case undefined:
        return EXIT.usage;
    }
  } catch (error) {
    // Each stage tells of the files that it knows; this is for the others.
    if (!(error instanceof FsError)) throw error;
    return fail(
      context,
      [diagnose(systemRefused, { path: error.path, reason: systemReason(error) })],
      EXIT.failed,
    );
  }
}

function fail(context: Context, diagnostics: readonly Diagnostic[], status: number): number {
  tell(context, diagnostics);
  if (context.args.program.get('json') === true) context.terminal.out(jsonFailure(diagnostics));
  return status;
}
