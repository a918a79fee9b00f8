/** The public API of the package: building sites, the engines for one text, and the types that plugins are written in. */

import { DiskCache } from './cache/disk-cache.ts';
import { nodePacker } from './cli/program-version.ts';
import { createWorld } from './cli/world.ts';
import { DiagnosticError } from './diagnostics/diagnostic.ts';
import { createRenderLiquid } from './engines/liquid/render-liquid.ts';
import { createMarkdown, jekyllKramdownDefaults, smartify } from './engines/markdown/markdown.ts';
import type { Syntax } from './engines/sass/jobs.ts';
import { readSassSettings, sassSection } from './engines/sass/settings.ts';
import { createStylesheets, type Stylesheets } from './engines/sass/stylesheets.ts';
import { withSlashes } from './node/fs.ts';
import { buildSite } from './pipeline/build-site.ts';
import type { SiteResult } from './pipeline/site-result.ts';
import { SingleBuild } from './pipeline/variants/single-build.ts';
import type { BuildFlags } from './pipeline/world.ts';

export type { RenderLiquidOptions } from './engines/liquid/render-liquid.ts';
export type { SiteResult } from './pipeline/site-result.ts';
export {
  applyFilters,
  type BibBlock,
  type BibEntry,
  type Bibliography,
  type BibPiece,
  type CslSheet,
  citationAffixes,
  DEFAULT_FILTERS,
  decodeLatex,
  displayForm,
  type EntryTest,
  fieldOf,
  formatCitation,
  formatReference,
  inheritFields,
  type LatexOptions,
  monthName,
  monthNumber,
  NAME_FIELDS,
  type OpenedCsl,
  openCsl,
  type ParseOptions,
  type PersonName,
  type PrintOptions,
  parseBibtex,
  parseNames,
  parseQuery,
  printEntry,
  printPieces,
  type ReferenceOptions,
  type ReferenceStyle,
  referenceWriter,
  shortMonth,
  sortForm,
  successor,
} from './plugin/api/bibtex.ts';
export {
  type Circumstances,
  type Diagnostic,
  type DiagnosticCode,
  defineMessage,
  diagnose,
  type Message,
  nearest,
  type Place,
  placeAt,
  type Severity,
  type SourceText,
} from './plugin/api/diagnostics.ts';
export {
  type BodyChange,
  type CommentNode,
  changeBody,
  createElement,
  type ElementNode,
  elementsBelow,
  type HtmlNode,
  parseFragment,
  printFragment,
  printNode,
  type TextNode,
  textOf,
  visitTexts,
} from './plugin/api/html.ts';
export {
  escapeAttribute,
  escapeHtml,
  escapeText,
  escapeXml,
  fillPageTemplate,
  type Tag,
  tagsOf,
} from './plugin/api/markup.ts';
export {
  type BuildMoment,
  type ConfigureContext,
  type Converter,
  type ConverterContext,
  type DocumentView,
  definePlugin,
  type FetchedBranch,
  type FilterTable,
  type GeneratedPage,
  type Generation,
  type LayoutView,
  type PageOrigin,
  type PageTurn,
  type Plugin,
  type PluginData,
  type PrefetchContext,
  type Priority,
  type Repository,
  type RubyFile,
  type SettingTable,
  type SiteFiles,
  type SiteView,
  type SourceFiles,
  type StaticFileView,
  type TagDefinition,
  type TimedText,
} from './plugin/api/plugin.ts';
export { type Refusal, refuse } from './plugin/api/refuse.ts';
export {
  JsonMistake,
  parseJson,
  readScholarData,
  type ScholarData,
  type ScholarPaper,
  titleIn,
} from './plugin/api/scholar.ts';
export { defineBlock, defineFilter, defineTag, type FilterCall, type TagCall } from './plugin/api/tag.ts';
export {
  deepMerge,
  elements,
  isBlank,
  isHash,
  isNilOrEmpty,
  isTruthy,
  RubyDate,
  RubyFloat,
  type RubyHash,
  RubyTime,
  read,
  toHash,
  toValue,
  transliterate,
  type Value,
} from './plugin/api/values.ts';
export type { Toolbox } from './plugin/loading/toolbox.ts';
export { DiagnosticError };

/** What `build` is given. */
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
    createWorld(),
    {
      ...flags,
      workingFolder: withSlashes(workingFolder),
      overrides: new Map(Object.entries(settings)),
    },
    new SingleBuild(new DiskCache(nodePacker, undefined)),
  );
}

const world = createWorld();
const { highlight, highlightTag } = world.highlighter;
const markdown = createMarkdown(jekyllKramdownDefaults, { highlighter: highlight });

/**
 * The HTML of a Markdown text, as kramdown prints it with these options (kramdown's names and defaults; Jekyll's are
 * `input: 'GFM'` and a few more). An option that can't be read is left at its default.
 */
export function renderMarkdown(source: string, options: Readonly<Record<string, unknown>> = {}): string {
  return createMarkdown(options, { highlighter: highlight }).render(source);
}

let stylesheets: Stylesheets | undefined;

/** Compiles with the default settings; imports are found in `_sass` of the current folder. */
function compile(text: string, syntax: Syntax): string {
  const { settings } = readSassSettings(sassSection(undefined), 'development');
  stylesheets ??= createStylesheets(world, { source: withSlashes(process.cwd()), settings });
  const { css, diagnostics } = stylesheets.compileStringSync(text, syntax);
  if (css === undefined) throw new DiagnosticError(diagnostics);
  return css;
}

/**
 * Renders one Liquid template with Jekyll's tags and filters: `renderLiquid('{{ page.title }}', { page: { title: 'x' } })`.
 * `includes` holds the files of `_includes` by name. Throws `DiagnosticError` where Jekyll would stop the build.
 */
export const renderLiquid = createRenderLiquid({
  clock: world.clock,
  timeZone: world.env.timeZone,
  random: Math.random,
  engines: {
    markdownify: (text) => markdown.render(text),
    smartify,
    highlight: highlightTag,
    scssify: (text) => compile(text, 'scss'),
    sassify: (text) => compile(text, 'sass'),
  },
});
