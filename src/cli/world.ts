/** The real world, as a build sees it: the one place where Node's ports are put together. */

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createClock } from '../base/node/clock.ts';
import { nodeEnv } from '../base/node/env.ts';
import { nodeFs } from '../base/node/fs.ts';
import { nodeGit } from '../base/node/git.ts';
import { nodeProcesses } from '../base/node/processes.ts';
import { nodeSassPorts } from '../base/node/sass-ports.ts';
import type { World } from '../build/build-site.ts';
import { builtInPlugins } from '../plugins/all.ts';

export function createWorld(): World {
  return {
    fs: nodeFs,
    clock: createClock(nodeEnv),
    env: nodeEnv,
    processes: nodeProcesses,
    sass: nodeSassPorts(workerFile()),
    git: nodeGit,
    plugins: builtInPlugins,
  };
}

/** Beside the bundle that this file is part of; in `lib` when the sources run as they are. */
function workerFile(): string {
  const beside = fileURLToPath(new URL('./sass-worker.cjs', import.meta.url));
  return existsSync(beside) ? beside : fileURLToPath(new URL('../../lib/sass-worker.cjs', import.meta.url));
}
