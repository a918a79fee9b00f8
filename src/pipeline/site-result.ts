/** What a build comes to, for those that report it. */

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceText } from '../diagnostics/source-text.ts';
import type { Rendered } from '../graph/tasks.ts';
import type { Config } from '../model/config.ts';
import type { Inventory } from '../model/inventory.ts';
import type { Output } from '../model/output.ts';
import type { SourceFiles } from '../ports/source-files.ts';
import type { TemplateCost } from '../render/templates.ts';
import type { WriteResult } from '../write/write.ts';
import type { BuildRun, StageTime } from './build-run.ts';
import type { BuildState, Counts } from './build-state.ts';
import type { Configured } from './site-state.ts';

export interface SiteResult {
  readonly ok: boolean;
  readonly config: Config;
  readonly outputs: readonly Output[];
  readonly diagnostics: readonly Diagnostic[];
  readonly counts: Counts;
  /** Undefined where nothing was written: because of an error, or because nothing was to be written. */
  readonly write?: WriteResult | undefined;
  readonly stages: readonly StageTime[];
  /** What each template took, the most expensive first; empty where the build did not come so far. */
  readonly templates: readonly TemplateCost[];
  /** What was rendered and why. */
  readonly rendered: readonly Rendered[];
  /** How many results of an earlier build were used. */
  readonly reused: number;
  /** The text of a file that a diagnostic names, for its frame. */
  readonly sources: (file: string) => SourceText | undefined;
  /** What was read; undefined where the build did not come so far. */
  readonly inventory?: Inventory | undefined;
  readonly files: SourceFiles;
  /** The absolute paths of all files that were read. */
  readonly filesRead: ReadonlySet<string>;
}

/** As far as the build has come. */
export function resultOf(run: BuildRun<BuildState>, configured: Configured): SiteResult {
  const { state, recorder } = run;
  const { rendering } = state;
  return {
    ok: !run.failed,
    config: state.config ?? configured.config,
    outputs: state.outputs ?? [],
    diagnostics: run.diagnostics,
    counts: state.counts ?? { pages: 0, documents: 0, staticFiles: 0 },
    write: state.write,
    stages: run.stageTimes,
    templates: rendering?.templates.costs() ?? [],
    rendered: rendering?.tasks.rendered ?? [],
    reused: rendering?.tasks.reused ?? 0,
    sources: configured.sources,
    inventory: state.inventory,
    files: configured.files,
    filesRead: recorder.filesRead,
  };
}
