/** The real world for tests that build whole sites: real files, a frozen clock, no machine-dependent environment. */

import { bundleFile } from '../../src/base/node/bundles.ts';
import { nodeFs } from '../../src/base/node/fs.ts';
import { nodeGit } from '../../src/base/node/git.ts';
import { importModule } from '../../src/base/node/import-module.ts';
import { createModules } from '../../src/base/node/modules.ts';
import { nodeProcesses } from '../../src/base/node/processes.ts';
import type { World } from '../../src/build/build-site.ts';
import { createSassPorts } from '../../src/cli/sass-ports.ts';
import { highlightJsLexer } from '../../src/highlight/fallback/highlight-js.ts';
import { createHighlighter } from '../../src/highlight/highlighter.ts';
import { builtInPlugins } from '../../src/plugins/all.ts';

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
    modules: createModules(() => importModule),
    highlighter: createHighlighter({ loadFallback: () => highlightJsLexer }),
    plugins: builtInPlugins,
  };
}
