/** The engines of a site with its settings: kramdown or CommonMark and the plugins' converters for pages, all of them for filters. */

import { placeInConfig } from '../../config/place-in-config.ts';
import { markdownMessages } from '../../diagnostics/catalogue/engines/markdown.ts';
import { buildMessages } from '../../diagnostics/catalogue/site/build.ts';
import {
  type Diagnostic,
  DiagnosticError,
  type DiagnosticSink,
  diagnose,
  hasErrors,
  type Place,
} from '../../diagnostics/diagnostic.ts';
import { type CommonMark, createCommonMark } from '../../engines/commonmark/commonmark.ts';
import { readCommonMarkSettings } from '../../engines/commonmark/settings.ts';
import type { HighlightEngine } from '../../engines/highlight/highlighter.ts';
import type { MarkupEngines } from '../../engines/liquid/host.ts';
import {
  createMarkdown,
  createSmartify,
  jekyllKramdownDefaults,
  type RenderPlace,
} from '../../engines/markdown/markdown.ts';
import type { Syntax } from '../../engines/sass/jobs.ts';
import type { CompiledString, Stylesheets } from '../../engines/sass/stylesheets.ts';
import type { Config } from '../../model/config.ts';
import type { Document } from '../../model/document.ts';
import type { Settings } from '../../model/settings/settings.ts';
import type { ConverterContext, Plugin } from '../../plugin/api/plugin.ts';
import { type Converters, createConverters } from '../convert.ts';
import type { DocumentPlaces } from './document-places.ts';
import { toPlain } from './plain.ts';

export interface SiteEngines {
  readonly converters: Converters;
  readonly engines: MarkupEngines;
}

export function createEngines(
  config: Config,
  plugins: readonly Plugin[],
  stylesheets: Pick<Stylesheets, 'compileStringSync'>,
  highlighter: HighlightEngine,
  report: (diagnostic: Diagnostic) => void,
  onCompiled: (compiled: CompiledString) => void,
  site: Pick<ConverterContext, 'files' | 'setting'>,
  places: Pick<DocumentPlaces, 'of'>,
): SiteEngines {
  const options = kramdownOptions(config.settings);
  const markdown = createMarkdown(options, {
    highlighter: highlighter.highlight,
    placeOfOption: (name) => placeInConfig(config, ['kramdown', name]) ?? placeInConfig(config, ['kramdown']),
  });
  const commonmark = chooseCommonMark(config, highlighter, report);
  const sink = createSink(options.show_warnings === true, report);
  const markdownify = (text: string) => (commonmark ?? markdown).render(text);
  let smarten: ((text: string) => string) | undefined;
  const compile = (text: string, syntax: Syntax, at: Place | undefined): string => {
    const compiled = stylesheets.compileStringSync(text, syntax, at);
    const { css, diagnostics } = compiled;
    onCompiled(compiled);
    if (hasErrors(diagnostics)) throw new DiagnosticError(diagnostics);
    return css ?? '';
  };
  return {
    converters: createConverters({
      markdownExtensions: extensionsOf(config.settings),
      markdown: ({ text, isAscii }, document) =>
        commonmark?.render(text) ?? markdown.render(text, placeOfText(document, sink, places), isAscii),
      plugins: plugins
        .flatMap((plugin) => plugin.converters ?? [])
        .map((converter) => ({
          ...converter,
          convert: (text, { path, data, body }) =>
            converter.convert(
              text,
              { path: body.file ?? path, startLine: body.startLine, data },
              { ...site, markdown: markdownify, report },
            ),
        })),
    }),
    engines: {
      markdownify,
      smartify(text) {
        smarten ??= createSmartify(options);
        return smarten(text);
      },
      scssify: (text, at) => compile(text, 'scss', at),
      sassify: (text, at) => compile(text, 'sass', at),
      highlight: highlighter.highlightTag,
    },
  };
}

/** What the warnings of a document's text say of its place: that of a text in no file is where the page goes back to. */
function placeOfText(
  document: Document,
  sink: DiagnosticSink,
  places: Pick<DocumentPlaces, 'of'>,
): RenderPlace {
  const { path, body, generatedBy } = document;
  const place = { file: body.file ?? path, startLine: body.startLine, sink };
  if (generatedBy === undefined || body.file !== undefined) return place;
  return { ...place, sink: (found) => sink({ ...found, place: places.of(document) }) };
}

/** The engine of `markdown: CommonMark` or `CommonMarkGhPages`; undefined for kramdown. */
function chooseCommonMark(
  config: Config,
  highlighter: HighlightEngine,
  report: (diagnostic: Diagnostic) => void,
): CommonMark | undefined {
  const name = config.settings.markdown;
  const processor = name.toLowerCase();
  if (processor === 'kramdown') return undefined;
  if (processor !== 'commonmark' && processor !== 'commonmarkghpages') {
    const place = placeInConfig(config, ['markdown']);
    report(diagnose(buildMessages.markdownProcessor, { name }, { place }));
    return undefined;
  }
  const { options, extensions } = config.settings.commonmark;
  return createCommonMark(
    readCommonMarkSettings(options, extensions, report, (list, at) =>
      placeInConfig(config, ['commonmark', list, at]),
    ),
    processor === 'commonmarkghpages',
    highlighter.highlight,
  );
}

const OPTION_MISTAKES: ReadonlySet<string> = new Set([
  markdownMessages.invalidOption.code,
  markdownMessages.unknownInput.code,
]);

/** Mistakes in the options are reported once for the site; warnings of texts only where `show_warnings` asks for them. */
function createSink(showsWarnings: boolean, report: (diagnostic: Diagnostic) => void): DiagnosticSink {
  const reported = new Set<string>();
  return (diagnostic) => {
    if (!OPTION_MISTAKES.has(diagnostic.code)) {
      if (showsWarnings) report(diagnostic);
    } else if (!reported.has(diagnostic.message)) {
      reported.add(diagnostic.message);
      report(diagnostic);
    }
  };
}

/** `markdown_ext` with dots, lower case. */
function extensionsOf({ markdownExt }: Settings): ReadonlySet<string> {
  return new Set(markdownExt.map((extension) => `.${extension.toLowerCase()}`));
}

/** kramdown's options: Jekyll's defaults under the configuration's `kramdown:`, and the highlighter as Jekyll settles it. */
export function kramdownOptions(settings: Settings): Readonly<Record<string, unknown>> {
  const own = toPlain(settings.kramdown) as Record<string, unknown>;
  const merged: Record<string, unknown> = { ...jekyllKramdownDefaults, ...own };
  const written = isPlainHash(own.syntax_highlighter_opts) ? own.syntax_highlighter_opts : {};
  const options = {
    ...written,
    default_lang: orElse(written.default_lang, 'plaintext'),
    guess_lang: merged.guess_lang,
  };
  return {
    ...merged,
    syntax_highlighter: orElse(own.syntax_highlighter, orElse(settings.highlighter, 'rouge')),
    syntax_highlighter_opts: withCoderay(options, own.coderay),
  };
}

/** Ruby's `||`: nil and false are as good as nothing. */
function orElse(value: unknown, fallback: unknown): unknown {
  return value === undefined || value === null || value === false ? fallback : value;
}

/** Jekyll's CODERAY_DEFAULTS: what a `coderay:` block brings along. */
const CODERAY = {
  css: 'style',
  bold_every: 10,
  line_numbers: 'inline',
  line_number_start: 1,
  tab_width: 4,
  wrap: 'div',
};

/** The highlighter's options with those of a `coderay:` block, once CodeRay's, which Jekyll hands to Rouge by their names alone. */
function withCoderay(
  options: Readonly<Record<string, unknown>>,
  coderay: unknown,
): Readonly<Record<string, unknown>> {
  if (!isPlainHash(coderay) || Object.keys(coderay).length === 0) return options;
  const all = Object.entries({ ...options, ...CODERAY, ...coderay });
  return Object.fromEntries(all.map(([name, value]) => [name.replace(/^coderay_/, ''), value]));
}

function isPlainHash(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
