/** The real world, as a build sees it: the one place where Node's ports are put together. */

import { availableParallelism } from 'node:os';
import { startAssistant } from '../base/node/assistant-thread.ts';
import { bundleFile, loadBundle } from '../base/node/bundles.ts';
import { createClock } from '../base/node/clock.ts';
import { nodeEnv } from '../base/node/env.ts';
import { nodeFs } from '../base/node/fs.ts';
import { nodeGit, nodeGitFetch } from '../base/node/git.ts';
import { createModules } from '../base/node/modules.ts';
import { nodeProcesses } from '../base/node/processes.ts';
import type { World } from '../build/build-site.ts';
import { CORES_FOR_TWO, type Crew } from '../build/crew.ts';
import { builtInPlugins } from '../plugins/all.ts';
import type { AssistantOrder } from './assistant.ts';
import { bundledHighlighter } from './bundled-highlighter.ts';
import { nodePacker } from './program-version.ts';
import { createSassPorts } from './sass-ports.ts';

/** @param now the time of the build, which the second thread is to have, too */
export function createCrew(now: number): Crew {
  return (flags) =>
    startAssistant(bundleFile('../bin/assistant.js'), { flags, now } satisfies AssistantOrder);
}

export function createWorld(): World {
  const clock = createClock(nodeEnv);
  return {
    fs: nodeFs,
    clock,
    env: nodeEnv,
    processes: nodeProcesses,
    sass: createSassPorts(bundleFile('sass-worker.cjs')),
    highlighter: bundledHighlighter,
    git: nodeGit,
    gitFetch: nodeGitFetch,
    modules: createModules(
      () => (loadBundle('import-module.cjs') as typeof import('../base/node/import-module.ts')).importModule,
    ),
    plugins: builtInPlugins,
    packer: nodePacker,
    ...(availableParallelism() < CORES_FOR_TWO ? {} : { crew: createCrew(clock.now) }),
  };
}
