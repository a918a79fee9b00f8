/** A whole build, from the folder on disk to the folder on disk: the list of its stages. */

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceText } from '../diagnostics/source-text.ts';
import type { Rendered } from '../graph/tasks.ts';
import type { Config } from '../model/config.ts';
import type { Inventory } from '../model/inventory.ts';
import type { Output } from '../model/output.ts';
import type { SourceFiles } from '../ports/source-files.ts';
import type { TemplateCost } from '../render/templates.ts';
import type { WriteResult } from '../write/write.ts';
import { BuildRun, type StageTime } from './build-run.ts';
import type { BuildState, Counts } from './build-state.ts';
import { configure } from './stages/configure.ts';
import { gather } from './stages/gather.ts';
import { generate } from './stages/generate.ts';
import { guard } from './stages/guard.ts';
import { join } from './stages/join.ts';
import { keep } from './stages/keep.ts';
import { loadPlugins } from './stages/load-plugins.ts';
import { prefetch } from './stages/prefetch.ts';
import { read } from './stages/read.ts';
import { recall } from './stages/recall.ts';
import { render } from './stages/render.ts';
import { route } from './stages/route.ts';
import { closeCompiler, startCompiler } from './stages/start-compiler.ts';
import { write } from './stages/write.ts';
import type { BuildVariant } from './variant.ts';
import type { BuildFlags, World } from './world.ts';

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

/** Never throws for a mistake of the user's: `ok` is true if and only if there was no error (under `strict`, no warning). */
export async function buildSite(world: World, flags: BuildFlags, variant: BuildVariant): Promise<SiteResult> {
  const run = new BuildRun<BuildState>(world, flags);
  const configured = await run.stage('configure', () => configure(run));
  await run.run(async () => {
    run.stopOnErrors();
    const loaded = await run.stage('plugins', () => loadPlugins(run, configured));
    const guarded = await run.stage('guard', () => guard(run, loaded));
    const recalled = await run.stage('recall', () => recall(run, variant, guarded));
    const inventoried = await run.stage('read', () => read(run, variant, recalled));
    const compiling = await run.stage('start compiler', () => startCompiler(run, variant, inventoried));
    try {
      const prefetched = await run.stage('prefetch', () => prefetch(run, variant, compiling));
      const generated = await run.stage('generate', () => generate(run, prefetched));
      const routed = await run.stage('route', () => route(generated));
      const rendered = await run.stage('render', () => render(run, variant, routed));
      const gathered = await run.stage('gather', () => gather(run, rendered));
      const joined = await run.stage('stylesheets', () => join(run, variant, gathered));
      const written = await run.stage('write', () => write(run, variant, joined));
      await run.stage('keep', () => keep(variant, run, written));
    } finally {
      closeCompiler(variant, compiling, run.state.outputs !== undefined);
    }
  });
  return resultOf(run, configured);
}

function resultOf(
  run: BuildRun<BuildState>,
  configured: Pick<SiteResult, 'config' | 'sources' | 'files'>,
): SiteResult {
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
