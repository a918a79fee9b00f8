/** The Markdown engine: kramdown 2.4 and its GFM input, to HTML, byte for byte. */

import { nearest } from '../../base/nearest.ts';
import { markdownMessages } from '../../diagnostics/catalogue/engines/markdown.ts';
import { type DiagnosticSink, diagnose, type Place } from '../../diagnostics/diagnostic.ts';
import type { Highlighter } from '../../ports/highlighter.ts';
import { createEngine, type Engine } from './chains/engine.ts';
import type { Input } from './chains/order.ts';
import { jekyllKramdownSettings } from './settings.ts';
import { Document } from './tree/document.ts';
import { type OptionMistake, type Options, readOptions } from './tree/options.ts';
import { Source } from './tree/source.ts';

/** What Jekyll gives kramdown where a site sets nothing. */
export const jekyllKramdownDefaults = {
  ...jekyllKramdownSettings,
  syntax_highlighter: 'rouge',
  math_engine: 'mathjax',
  syntax_highlighter_opts: { default_lang: 'plaintext', guess_lang: true },
} as const;

/** Where a text is in the user's file, and where its diagnostics go. */
export interface RenderPlace {
  /** Relative to the source folder, as it is to be printed. */
  readonly file: string;
  /** The line of the text's first line, from 1. */
  readonly startLine: number;
  readonly sink: DiagnosticSink;
}

export interface Markdown {
  /**
   * The HTML of a text. The same text gives the same HTML. With `at`, kramdown's warnings and mistakes in the options
   * are reported.
   *
   * @param isAscii whether the text is in US-ASCII: typographic characters are then written as references
   */
  render(text: string, at?: RenderPlace, isAscii?: boolean): string;
}

export interface MarkdownPorts {
  readonly highlighter?: Highlighter;
  /** Where an option is set, for what is wrong with its value. */
  readonly placeOfOption?: (name: string) => Place | undefined;
}

/**
 * Makes a converter for one set of options: kramdown's names, with its defaults where one is not given. A value may be
 * what YAML gives or a string, as kramdown reads it (`toc_levels: 1..3`).
 */
export function createMarkdown(
  options: Readonly<Record<string, unknown>>,
  ports: MarkdownPorts = {},
): Markdown {
  const mistakes: OptionMistake[] = [];
  const read = readOptions(options, (mistake) => mistakes.push(mistake));
  const input = inputs.get(read.input.toLowerCase());
  const engine = createEngine(input ?? 'kramdown', read, ports.highlighter);
  return {
    render(text, at, isAscii = false) {
      if (at !== undefined) {
        const placeOf = (name: string) => ({ place: ports.placeOfOption?.(name) });
        for (const mistake of mistakes)
          at.sink(diagnose(markdownMessages.invalidOption, mistake, placeOf(mistake.name)));
        if (input === undefined) {
          const facts = { input: read.input, nearest: nearest(read.input, ['kramdown', 'GFM']) };
          at.sink(diagnose(markdownMessages.unknownInput, facts, placeOf('input')));
        }
      }
      return convert(engine, isAscii ? { ...read, entity_output: asciiForm(read) } : read, text, at);
    },
  };
}

/** As characters, but for those that US-ASCII lacks. */
function asciiForm({ entity_output: form }: Options): string {
  return form === 'as_char' ? 'as_ascii' : form;
}

const inputs: ReadonlyMap<string, Input> = new Map([
  ['kramdown', 'kramdown'],
  ['markdown', 'kramdown'],
  ['gfm', 'GFM'],
]);

function convert(engine: Engine, options: Options, text: string, at: RenderPlace | undefined): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const source = new Source(lines.endsWith('\n') ? lines : `${lines}\n`);
  const reporting = at === undefined ? undefined : { sink: at.sink, origin: at };
  return engine.render(new Document(source, options, reporting));
}

/**
 * The HTML of a Markdown text, as kramdown prints it with these options (kramdown's names and defaults). Options that
 * can't be read are left at their defaults; use `createMarkdown` to have them reported.
 */
export function renderMarkdown(source: string, options: Readonly<Record<string, unknown>> = {}): string {
  return createMarkdown(options).render(source);
}

/** Makes Jekyll's `smartify` filter: text gets typographic quotes and symbols, HTML stays as it is. */
export function createSmartify(options: Readonly<Record<string, unknown>> = {}): (text: string) => string {
  const read = readOptions(options, () => {});
  const engine = createEngine('SmartyPants', read, undefined);
  return (text) => convert(engine, read, text, undefined).replace(/\n$/, '');
}

/** `createSmartify` for a single text. */
export function smartify(text: string, options: Readonly<Record<string, unknown>> = {}): string {
  return createSmartify(options)(text);
}
