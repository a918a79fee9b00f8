/** The real world for tests that build whole sites: real files, a frozen clock, no machine-dependent environment. */

import { createSassPorts } from '../../src/cli/sass-ports.ts';
import { highlightJsLexer } from '../../src/engines/highlight/highlight-js.ts';
import { createHighlighter } from '../../src/engines/highlight/highlighter.ts';
import { bundleFile } from '../../src/node/bundles.ts';
import { nodeFs } from '../../src/node/fs.ts';
import { nodeGit } from '../../src/node/git.ts';
import { importModule } from '../../src/node/import-module.ts';
import { createModules } from '../../src/node/modules.ts';
import { nodeProcesses } from '../../src/node/processes.ts';
import type { World } from '../../src/pipeline/world.ts';
import { builtInPlugins } from '../../src/plugins/all.ts';
import { noGitFetch } from '../../src/ports/git.ts';
import { noThemes } from '../../src/ports/theme-ports.ts';

/** 2026-01-01 00:00:00 UTC. */
export const FROZEN = 1_767_225_600_000;

export function createTestWorld(environment: Readonly<Record<string, string>> = {}): World {
  return {
    fs: nodeFs,
    clock: { now: FROZEN, elapsed: () => performance.now() },
    env: { get: (name) => environment[name], timeZone: 'UTC' },
    processes: nodeProcesses,
    sass: createSassPorts(bundleFile('sass-worker.cjs')),
    git: nodeGit,
    gitFetch: noGitFetch,
    themes: noThemes,
    modules: createModules(() => importModule),
    highlighter: createHighlighter({ loadFallback: () => highlightJsLexer }),
    plugins: builtInPlugins,
    progress: () => {},
    announce: () => {},
    stopped: () => false,
    breathe: () => Promise.resolve(),
  };
}
