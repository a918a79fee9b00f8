/** Reads the configuration: files and flags over Jekyll's defaults. */

import { loadConfig } from '../../config/load-config.ts';
import { createSourceFiles } from '../../render/wiring/source-files.ts';
import { createSources } from '../../render/wiring/sources.ts';
import type { BuildRun } from '../build-run.ts';
import type { Configured } from '../site-state.ts';

export function configure(run: BuildRun): Configured {
  const config = loadConfig(run.fs, run.env, run.flags, run.world.plugins);
  run.reportAll(config.diagnostics);
  return {
    config,
    sources: createSources(run.fs, config),
    files: createSourceFiles(run.fs, config, run.report),
  };
}
