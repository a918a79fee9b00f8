/** From the words of a command line to an exit status: parses, answers what needs no command, and runs the rest. */

import type { ResultCache } from '../cache/disk-cache.ts';
import { systemRefused } from '../diagnostics/catalogue/program/cli.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { World } from '../pipeline/world.ts';
import { FsError } from '../ports/fs.ts';
import { systemReason } from '../write/system-reason.ts';
import { findCommand } from './commands/commands.ts';
import { commandHelp, programHelp } from './commands/help.ts';
import { versionJson, versionText } from './commands/version.ts';
import { type Context, createPalettes, EXIT, reportDiagnostics } from './context.ts';
import { type Arguments, parseArguments } from './parse-arguments.ts';
import { jsonFailure } from './report/json-report.ts';
import { type CommandPorts, runCommand } from './run-command.ts';
import type { Terminal } from './terminal.ts';

export interface RunPorts extends CommandPorts {
  readonly world: World;
  readonly terminal: Terminal;
  /** Absolute. */
  readonly workingFolder: string;
  /** What builds keep for one another. */
  readonly cache: ResultCache;
  readonly interrupted: () => boolean;
}

export async function run(words: readonly string[], ports: RunPorts): Promise<number> {
  const { world, terminal } = ports;
  const args = parseArguments(words);
  const report = { ...ports, args, ...createPalettes(args, world, terminal) };
  const announce = (note: Diagnostic): void => reportDiagnostics(report, [note]);
  const context: Context = { ...report, world: { ...world, announce } };
  const text = words.length === 0 ? programHelp() : requestedText(args);
  if (text !== undefined) {
    terminal.out(text);
    return EXIT.ok;
  }
  if (args.mistakes.length > 0) return fail(context, args.mistakes, EXIT.usage);
  try {
    return await runCommand(context, ports);
  } catch (error) {
    // Each stage reports the files that it knows; this is for the others.
    if (!(error instanceof FsError)) throw error;
    const diagnostic = diagnose(systemRefused, { path: error.path, reason: systemReason(error) });
    return fail(context, [diagnostic], EXIT.failed);
  }
}

/** What `--help` and `--version` print; undefined without them, and where the usage is wrong. */
function requestedText({ name, program, mistakes }: Arguments): string | undefined {
  if (mistakes.length > 0) return undefined;
  if (program.get('help') === true) {
    const command = name === undefined ? undefined : findCommand(name);
    return command === undefined ? programHelp() : commandHelp(command);
  }
  if (program.get('version') !== true) return undefined;
  return program.get('json') === true ? versionJson() : versionText();
}

function fail(context: Context, diagnostics: readonly Diagnostic[], status: number): number {
  reportDiagnostics(context, diagnostics);
  if (context.args.program.get('json') === true) context.terminal.out(jsonFailure(diagnostics));
  return status;
}
