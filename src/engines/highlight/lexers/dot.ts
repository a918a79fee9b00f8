/** DOT, the graphs of Graphviz, with the HTML in their labels. */
import { type Lexing, pop, type RunningLexer } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between, nearest, type Scanner } from '../lexing/scanner.ts';
import { html } from './html.ts';

const PLAIN_QUOTE = /(?<!\\)"/g;

/** To the nearest quote that no backslash stands before; where there is none, to the last one of the text. */
const string: Scanner = {
  first: '"',
  scan(text, at, seen) {
    const { found, end } = nearest(text, at + 1, PLAIN_QUOTE, seen);
    if (found < text.length) return end;
    const last = text.lastIndexOf('"');
    return last > at ? last + 1 : -1;
  },
};

const toHtml = (lexing: Lexing<RunningLexer>) => lexing.delegate(lexing.data);

export const dot = defineLexer<RunningLexer>({
  tag: 'dot',
  data: (options) => html.start(options),
  states: () => ({
    whitespace: [
      [/\s+/, ''],
      [/#.*/, 'c1'],
      [/\/\/.*/, 'c1'],
      [between(/\/(?:\\\n)?\*/, /\*(?:\\\n)?\//g, { first: '/' }), 'cm'],
    ],
    html: [
      [/[^<>]+/, toHtml],
      [between(/<[\s\S]/, '>', { first: '<' }), toHtml],
      [/>/, 'p', pop],
    ],
    values: [
      [/([a-zA-Z][a-zA-Z_0-9]*)(\s*)(=)/, ['n', '', 'p']],
      [/[a-zA-Z][a-zA-Z_0-9]*/, 'nv'],
      [/(?:[0-9]+)?\.[0-9]+/, 'mf'],
      [/[0-9]+/, 'mi'],
      [string, 's2'],
      [
        /</,
        (lexing) => {
          lexing.token('p');
          lexing.data.reset();
          lexing.push('html');
        },
      ],
    ],
    attributes: ['whitespace', 'values', [/[=;,]/, 'p'], [/\]/, 'o', pop]],
    root: [
      'whitespace',
      [/(?:strict|graph|digraph|subgraph|node|edge)\b/i, 'k'],
      [/[{};:=]/, 'p'],
      [/-[->]/, 'o'],
      [/\[/, 'o', 'attributes'],
      'values',
    ],
  }),
});
