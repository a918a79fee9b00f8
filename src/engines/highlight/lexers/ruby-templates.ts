/** What Haml and Slim have in common: lines by their indentation, Ruby in them, and filters of other languages. */

import { Indentation } from '../lexing/indentation.ts';
import { type Lexing, pop, type RunningLexer, type State } from '../lexing/lexer.ts';
import { ANY, nearest, type Scanner, type Seen } from '../lexing/scanner.ts';
import { html } from './html.ts';
import type { FindLexer } from './markdown.ts';
import { ruby } from './ruby.ts';

export interface TemplateData {
  readonly lines: Indentation;
  readonly page: RunningLexer;
  readonly code: RunningLexer;
  /** The lexers of the filters met so far, by their names. */
  readonly filters: Map<string, RunningLexer | undefined>;
  /** The lexer of the block of the present filter. */
  filter: RunningLexer | undefined;
}

export type Template = Lexing<TemplateData>;

export function templateData(): TemplateData {
  return {
    lines: new Indentation(),
    page: html.start(),
    code: ruby.start(),
    filters: new Map(),
    filter: undefined,
  };
}

export const toRuby = (lexing: Template): void => lexing.delegate(lexing.data.code);
export const toPage = (lexing: Template): void => lexing.delegate(lexing.data.page);

/** `:name` or `name:` before a block in another language. `languages` are the filters that have colours. */
export function startFilter(languages: readonly string[], find: FindLexer) {
  return (lexing: Template): void => {
    const { data } = lexing;
    const name = lexing.matched.replace(/^:|:\s*$/g, '').trim();
    lexing.token('nd');
    lexing.pop();
    data.lines.startBlock('filter-block');
    if (name === 'ruby') data.filter = data.code;
    else {
      if (!data.filters.has(name))
        data.filters.set(name, languages.includes(name) ? find(name, undefined) : undefined);
      data.filter = data.filters.get(name);
    }
    data.filter?.reset();
  };
}

/** The start of each line, filters, and Ruby in text; `line-end` says what ends a line. */
export const templateStates = {
  root: [
    [/\s*\n/, ''],
    [
      /\s*/,
      (lexing) => {
        lexing.token('');
        lexing.push(lexing.data.lines.stateOf(lexing.matched));
      },
    ],
  ],
  'line-end': [
    [
      /\n/,
      (lexing) => {
        lexing.token('');
        lexing.resetStack();
      },
    ],
  ],
  'filter-block': [
    [
      /(?:[^#\n]|#[^{\n])+/,
      (lexing) => {
        const { filter } = lexing.data;
        if (filter === undefined) lexing.token('nd');
        else lexing.delegate(filter);
      },
    ],
    'interpolated',
    'line-end',
  ],
  interpolated: [[/#\{/, 'si', 'interpolation']],
  interpolation: [[/\}/, 'si', pop], 'braces'],
  braces: [
    [
      /\{/,
      (lexing) => {
        toRuby(lexing);
        lexing.push('braces');
      },
    ],
    [/\}/, toRuby, pop],
    [/[^{}]+/, toRuby],
  ],
} satisfies Record<string, State<TemplateData>>;

/**
 * A line of Ruby without what joins it to the next one: one of `marks` at its end, or a bar behind a space. Empty in the
 * blanks that end a line.
 */
export function rubyLine(marks: string): Scanner {
  const scanner: Scanner = {
    first: ANY,
    scan(text, at, seen) {
      const { found: end } = nearest(text, at, '\n', seen);
      let known = seen.get(scanner);
      if (known?.end !== end || known.from > at) {
        let trimmed = end;
        while (trimmed > at && /[ \t]/.test(text.charAt(trimmed - 1))) trimmed--;
        known = { from: at, found: trimmed, end };
        seen.set(scanner, known);
      }
      const stop = known.found;
      if (stop === end && stop > at && marks.includes(text.charAt(stop - 1))) return stop - 1;
      if (stop - 2 >= at && text.startsWith(' |', stop - 2)) return stop - 2;
      return Math.max(stop, at);
    },
  };
  return scanner;
}

/** The end of a line that goes on behind an escaped line end: the nearest line end without a backslash before it. */
export function escapedLineEnd(text: string, from: number, seen: Seen): number {
  return nearest(text, from, PLAIN_LINE_END, seen).found;
}

const PLAIN_LINE_END = /(?<!\\)\n/g;
