/** What a build is given: the world that it may touch, and what was asked for. */

import type { DiagnosticSink } from '../diagnostics/diagnostic.ts';
import type { HighlightEngine } from '../engines/highlight/highlighter.ts';
import type { SassPorts } from '../engines/sass/ports.ts';
import type { Overrides } from '../model/config.ts';
import type { Plugin } from '../plugin/api/plugin.ts';
import type { Clock } from '../ports/clock.ts';
import type { Env } from '../ports/env.ts';
import type { WriteFs } from '../ports/fs.ts';
import type { Git, GitFetch } from '../ports/git.ts';
import type { Modules } from '../ports/modules.ts';
import type { Processes } from '../ports/processes.ts';
import type { ThemePorts } from '../ports/theme-ports.ts';

/** Everything of the world that a build touches. */
export interface World {
  readonly fs: WriteFs;
  readonly clock: Clock;
  readonly env: Env;
  readonly processes: Processes;
  readonly sass: SassPorts;
  readonly highlighter: HighlightEngine;
  /** `noGit` where plugins are not to see the history. */
  readonly git: Git;
  /** `noGitFetch` where nothing is to be fetched through the network. */
  readonly gitFetch: GitFetch;
  /** `noThemes` where no theme is to be fetched. */
  readonly themes: ThemePorts;
  /** `noModules` where only built-in plugins are to run. */
  readonly modules: Modules;
  /** The plugins that a configuration can name. */
  readonly plugins: readonly Plugin[];
  /** Receives how far a stage is; may be called often. */
  readonly progress: (stage: string, done: number, total: number) => void;
  /** Receives a note that would come too late at the end of the build. */
  readonly announce: DiagnosticSink;
  /** Asked between two files of the write: true ends it with whole files. */
  readonly stopped: () => boolean;
  /** Lets signals and timers in during long writes. */
  readonly breathe: () => Promise<void>;
}

export interface BuildFlags {
  /** Absolute: where the command runs. */
  readonly workingFolder: string;
  /** What was typed, by the configuration's keys. */
  readonly overrides: Overrides;
  /** A warning counts as an error. */
  readonly strict?: boolean;
  readonly adoptDestination?: boolean;
}
