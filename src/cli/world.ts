/** The real world, as a build sees it: the one place where Node's ports are put together. */

import { bundleFile, loadBundle } from '../node/bundles.ts';
import { createClock } from '../node/clock.ts';
import { nodeEnv } from '../node/env.ts';
import { nodeFs } from '../node/fs.ts';
import { nodeGit, nodeGitFetch } from '../node/git.ts';
import { createModules } from '../node/modules.ts';
import { nodeProcesses } from '../node/processes.ts';
import { createThemePorts } from '../node/themes.ts';
import type { World } from '../pipeline/world.ts';
import { builtInPlugins } from '../plugins/all.ts';
import { bundledHighlighter } from './bundled-highlighter.ts';
import { createSassPorts } from './sass-ports.ts';

export function createWorld(): World {
  return {
    fs: nodeFs,
    clock: createClock(nodeEnv),
    env: nodeEnv,
    processes: nodeProcesses,
    sass: createSassPorts(bundleFile('sass-worker.cjs')),
    highlighter: bundledHighlighter,
    git: nodeGit,
    gitFetch: nodeGitFetch,
    themes: createThemePorts(() => loadBundle('tarball.cjs') as typeof import('../node/tarball.ts')),
    modules: createModules(
      () => (loadBundle('import-module.cjs') as typeof import('../node/import-module.ts')).importModule,
    ),
    plugins: builtInPlugins,
    progress: () => {},
    announce: () => {},
    stopped: () => false,
    breathe: () => Promise.resolve(),
  };
}
