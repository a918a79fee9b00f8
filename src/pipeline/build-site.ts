/** A whole build, from the folder on disk to the folder on disk: the list of its stages. */

import { BuildRun } from './build-run.ts';
import type { BuildState } from './build-state.ts';
import { resultOf, type SiteResult } from './site-result.ts';
import { configure } from './stages/configure.ts';
import { fetchTheme } from './stages/fetch-theme.ts';
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

/** Never throws for a mistake of the user's: `ok` is true if and only if there was no error (under `strict`, no warning). */
export async function buildSite(world: World, flags: BuildFlags, variant: BuildVariant): Promise<SiteResult> {
  const run = new BuildRun<BuildState>(world, flags);
  const configured = await run.stage('configure', () => configure(run));
  await run.run(async () => {
    run.stopOnErrors();
    const themed = await run.stage('theme', () => fetchTheme(run, variant, configured));
    const loaded = await run.stage('plugins', () => loadPlugins(run, themed));
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
