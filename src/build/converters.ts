/** The converters of a site: kramdown with the configuration's options, and those of its plugins. */

import { buildMessages } from '../base/catalogue/build.ts';
import { type Diagnostic, diagnose } from '../base/diagnostic.ts';
import { isHash, type RubyHash, type Value } from '../base/ruby/values.ts';
import { placeInConfig } from '../config/place-in-config.ts';
import { createMarkdown, jekyllKramdownDefaults } from '../markdown/markdown.ts';
import type { Config } from '../model/config.ts';
import type { Plugin } from '../plugin/api.ts';
import { type Converters, createConverters } from '../render/convert.ts';
import { toPlain } from './plain.ts';

export function createSiteConverters(
  config: Config,
  plugins: readonly Plugin[],
  report: (diagnostic: Diagnostic) => void,
): Converters {
  const name = String(config.values.get('markdown') ?? 'kramdown');
  if (name.toLowerCase() !== 'kramdown') {
    report(
      diagnose(buildMessages.markdownProcessor, { name }, { place: placeInConfig(config, ['markdown']) }),
    );
  }
  const markdown = createMarkdown(kramdownOptions(config.values));
  const warned = config.values.get('kramdown');
  const showsWarnings = isHash(warned) && warned.get('show_warnings') === true;
  return createConverters({
    markdownExtensions: new Set(
      String(config.values.get('markdown_ext') ?? 'markdown,mkdown,mkdn,mkd,md')
        .split(',')
        .map((extension) => `.${extension.toLowerCase()}`),
    ),
    markdown: (text, document) =>
      markdown.render(text, {
        file: document.path,
        startLine: document.body.startLine,
        sink: showsWarnings ? report : ignore,
      }),
    plugins: plugins
      .flatMap((plugin) => plugin.converters ?? [])
      .map((converter) => ({
        ...converter,
        convert: (text, { path, data }) => converter.convert(text, { path, data }),
      })),
  });
}

/** kramdown's options: Jekyll's defaults, the configuration's `kramdown:` and the highlighter. */
export function kramdownOptions(values: RubyHash): Readonly<Record<string, unknown>> {
  const given: Value = values.get('kramdown');
  return { ...jekyllKramdownDefaults, ...(isHash(given) ? (toPlain(given) as Record<string, unknown>) : {}) };
}

function ignore(): void {}
