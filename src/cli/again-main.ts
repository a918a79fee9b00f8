/** The entry of the bundle that the launcher asks first: the real terminal and disk around `runAgain`, and nothing else. */

import { bundleFile } from '../node/bundles.ts';
import { createClock } from '../node/clock.ts';
import { nodeEnv } from '../node/env.ts';
import { nodeFs, withSlashes } from '../node/fs.ts';
import { nodeProcesses } from '../node/processes.ts';
import { identifyCompiler } from '../node/sass/sass-compilers.ts';
import { zoneClock } from '../node/zone-clock.ts';
import { lendZoneClock } from '../ruby/time/time-zone.ts';
import { runAgain } from './commands/again.ts';
import { createPalettes } from './context.ts';
import { nodeTerminal } from './node-terminal.ts';
import { parseArguments } from './parse-arguments.ts';
import { nodePacker } from './program-version.ts';

/** The exit status of `hastie <words>`, where that is a build with nothing to do; undefined where it is anything else. */
export function again(words: readonly string[]): number | undefined {
  lendZoneClock(zoneClock);
  const args = parseArguments(words);
  return runAgain({
    args,
    terminal: nodeTerminal,
    ...createPalettes(args, { env: nodeEnv }, nodeTerminal),
    workingFolder: withSlashes(process.cwd()),
    interrupted: () => false,
    world: {
      fs: nodeFs,
      clock: createClock(nodeEnv),
      env: nodeEnv,
      processes: nodeProcesses,
      sass: { identify: (name) => identifyCompiler(bundleFile('sass-worker.cjs'), name) },
      identity: { program: nodePacker.version, words },
    },
  });
}
