/** The program's entry: the real terminal around `run`, and the only place that ends the process. */

import { DiskCache } from '../cache/disk-cache.ts';
import { wordsOfBuild } from '../cache/last-build.ts';
import { programFault } from '../diagnostics/catalogue/program/cli.ts';
import { diagnose } from '../diagnostics/diagnostic.ts';
import { withSlashes } from '../node/fs.ts';
import { httpFetch } from '../node/http-fetch.ts';
import { createInterrupts } from '../node/interrupts.ts';
import { sassProcessesGone } from '../node/sass/sass-process.ts';
import { zoneClock } from '../node/zone-clock.ts';
import { lendZoneClock } from '../ruby/time/time-zone.ts';
import { EXIT } from './context.ts';
import { nodeTerminal } from './node-terminal.ts';
import { nodePacker } from './program-version.ts';
import { createPalette } from './report/colour.ts';
import { reportText } from './report/report.ts';
import { run } from './run.ts';
import { createServeWorld } from './serving/serve-world.ts';
import { createWorld } from './world.ts';

/** What the launcher provides. */
export interface Launcher {
  /** Stores what V8 has compiled by now, so that the next start is quicker; absent when that is stored already. */
  readonly keepCompiled?: (() => void) | undefined;
}

export async function main(words: readonly string[], launcher: Launcher = {}): Promise<void> {
  const fault = (error: unknown): void => {
    process.stderr.write(faultText(error, words.includes('--trace') || words.includes('-t')));
    process.exit(EXIT.failed);
  };
  process.on('uncaughtException', fault);
  process.on('unhandledRejection', fault);
  // A reader that closed the pipe has read enough.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  const startedMs = Date.now();
  const workingFolder = withSlashes(process.cwd());
  lendZoneClock(zoneClock);
  const interrupts = createInterrupts();
  let isInterrupted = false;
  const status = await run(words, {
    world: {
      ...createWorld(),
      breathe: interrupts.breathe,
      stopped: () => (isInterrupted = interrupts.requested()),
    },
    terminal: nodeTerminal,
    workingFolder,
    cache: new DiskCache(nodePacker, {
      program: nodePacker.version,
      words: wordsOfBuild(words),
      workingFolder,
      startedMs,
    }),
    interrupted: () => isInterrupted,
    serve: createServeWorld(() => process.exit(EXIT.interrupted)),
    stats: { http: httpFetch, pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) },
  });
  // A run that only printed help has compiled too little to be worth keeping.
  if (status === EXIT.ok && words.length > 0 && !words.some(isInformation)) launcher.keepCompiled?.();
  await sassProcessesGone();
  process.stdout.write('', () => process.stderr.write('', () => process.exit(status)));
}

function isInformation(word: string): boolean {
  return ['-h', '--help', '-v', '--version', 'help', 'clean', 'stats'].includes(word);
}

/** A fault of the program's own: one sentence, with the stack only under `--trace`. */
function faultText(error: unknown, traced: boolean): string {
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const settings = {
    palette: createPalette(false),
    source: '.',
    sources: () => undefined,
    path: (file: string) => file,
    fullFrom: 'info' as const,
  };
  const trace = traced && error instanceof Error ? `${error.stack}\n` : '';
  return trace + reportText([diagnose(programFault, { what, traced })], settings);
}
