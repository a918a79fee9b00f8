/** A world in memory for builds: no Sass, one process, a clock that stands still unless a test sets another. */

import { createHighlighter } from '../../src/engines/highlight/highlighter.ts';
import type { World } from '../../src/pipeline/world.ts';
import { builtInPlugins } from '../../src/plugins/all.ts';
import { noGit, noGitFetch } from '../../src/ports/git.ts';
import { noModules } from '../../src/ports/modules.ts';
import { noThemes } from '../../src/ports/theme-ports.ts';
import type { MemoryFs } from './memory-fs.ts';
import { createProcesses } from './processes.ts';

export interface MemoryWorldOptions {
  /** Milliseconds since the epoch. */
  readonly now?: number;
  readonly elapsed?: () => number;
  readonly env?: Readonly<Record<string, string>>;
}

export function createMemoryWorld(
  fs: MemoryFs,
  { now = Date.UTC(2026, 0, 1), elapsed = () => 0, env = {} }: MemoryWorldOptions = {},
): World {
  return {
    fs,
    clock: { now, elapsed },
    env: { get: (name) => env[name], timeZone: 'UTC' },
    processes: createProcesses(1),
    sass: {
      identify: () => 'no Sass 1.0.0',
      startThread: () => {
        throw new Error('there is no Sass in this world');
      },
      after: () => () => {},
    },
    highlighter: createHighlighter(),
    git: noGit,
    gitFetch: noGitFetch,
    themes: noThemes,
    modules: noModules,
    plugins: builtInPlugins,
    progress: () => {},
    announce: () => {},
    stopped: () => false,
    breathe: () => Promise.resolve(),
  };
}
