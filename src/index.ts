/** The public API of the package: building sites, the engines for one text, and the types that plugins are written in. */

import { fileURLToPath } from 'node:url';
import { createClock } from './base/node/clock.ts';
import { nodeEnv } from './base/node/env.ts';
import { nodeFs, withSlashes } from './base/node/fs.ts';
import { nodeGit } from './base/node/git.ts';
import { nodeProcesses } from './base/node/processes.ts';
import { nodeSassPorts } from './base/node/sass-ports.ts';
import { type BuildFlags, buildSite, type SiteResult } from './build/build-site.ts';
import { createRenderLiquid } from './liquid/render-liquid.ts';
import { createMarkdown, jekyllKramdownDefaults, smartify } from './markdown/markdown.ts';
import { builtInPlugins } from './plugins/all.ts';

export { type Diagnostic, DiagnosticError } from './base/diagnostic.ts';
export type { SiteResult } from './build/build-site.ts';
export type { RenderLiquidOptions } from './liquid/render-liquid.ts';
export { renderMarkdown } from './markdown/markdown.ts';
export type { DocumentView, GeneratedPage, Generation, PageTurn, Plugin, SiteView } from './plugin/api.ts';
export { definePlugin } from './plugin/api.ts';
export { defineTag, type TagCall } from './plugin/tag.ts';

export interface BuildOptions extends Partial<Pick<BuildFlags, 'strict' | 'adoptDestination'>> {
  /** The folder that relative paths start from; the current one without it. */
  readonly workingFolder?: string;
  /** Settings over those of `_config.yml`, by their names: `source`, `destination`, `config`, `baseurl`, `future` … */
  readonly settings?: Readonly<Record<string, string | number | boolean>>;
}

/**
 * Builds a site as `hastie build` does: `build({ settings: { source: 'site', destination: 'out' } })`. Resolves with the
 * diagnostics whatever they are; `ok` tells whether the destination was written.
 */
export async function build(options: BuildOptions = {}): Promise<SiteResult> {
  const { workingFolder = process.cwd(), settings = {}, ...flags } = options;
  return await buildSite(
    {
      fs: nodeFs,
      clock: createClock(nodeEnv),
      env: nodeEnv,
      processes: nodeProcesses,
      sass: nodeSassPorts(fileURLToPath(new URL('./sass-worker.cjs', import.meta.url))),
      git: nodeGit,
      plugins: builtInPlugins,
    },
    { ...flags, workingFolder: withSlashes(workingFolder), overrides: new Map(Object.entries(settings)) },
  );
}

const markdown = createMarkdown(jekyllKramdownDefaults);

/**
 * Renders one Liquid template with Jekyll's tags and filters: `renderLiquid('{{ page.title }}', { page: { title: 'x' } })`.
 * `includes` holds the files of `_includes` by name. Throws `DiagnosticError` where Jekyll would stop the build.
 */
export const renderLiquid = createRenderLiquid({
  clock: createClock(nodeEnv),
  timeZone: nodeEnv.timeZone,
  engines: { markdownify: (text) => markdown.render(text), smartify },
});
