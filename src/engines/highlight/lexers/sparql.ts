/** SPARQL. */
import { goto, pop, re, type State } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between, guarded } from '../lexing/scanner.ts';
import type { TokenClass } from '../lexing/tokens.ts';
import { classify } from '../lexing/words.ts';
import { FUNCTIONS, KEYWORDS } from '../words/sparql.ts';

const kind = classify([
  ['nb', FUNCTIONS],
  ['k', KEYWORDS],
]);

const string = (type: TokenClass, close: RegExp, quote: RegExp): State<undefined> => [
  [close, type, goto('string-end')],
  [quote, type],
  [/\\(?:[tbnrf"'\\]|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})/, 'se'],
  [/\\/, type],
  [type === 's2' ? /[^"\\]+/ : /[^'\\]+/, type],
];

export const sparql = defineLexer({
  tag: 'sparql',
  states: () => ({
    root: [
      [/\s+/, 'w'],
      [/#.*/, 'c1'],
      [/"""/, 's2', 'triple-double-quotes'],
      [/"/, 's2', 'double-quotes'],
      [/'''/, 's1', 'triple-single-quotes'],
      [/'/, 's1', 'single-quotes'],
      [re()`[$?][\p{L}\p{M}\p{N}\p{Pc}]+`, 'nv'],
      [
        guarded(
          re()`([\p{L}\p{M}\p{N}\p{Pc}-]*)(:)([\p{L}\p{M}\p{N}\p{Pc}-]+)?`,
          re()`[^\p{L}\p{M}\p{N}\p{Pc}-]`,
        ),
        ['nn', 'o', 'ss'],
      ],
      [between('<', '>'), 'nn'],
      [/true|false/i, 'kc'],
      [/a\b/, 'k'],
      [
        re('i')`[A-Z][\p{L}\p{M}\p{N}\p{Pc}]+`,
        (lexing) => lexing.token(kind(lexing.matched.toUpperCase()) ?? 'err'),
      ],
      [/[+-]?(?:\d+\.\d*|\.\d+)(?:e[+-]?[0-9]+)?/i, 'mf'],
      [/[+-]?\d+/, 'mi'],
      [/[\][(){}.,;=]/, 'p'],
      [/[/?*+=!<>]|&&|\|\||\^\^/, 'o'],
    ],
    'double-quotes': string('s2', /"/, /"/),
    'triple-double-quotes': string('s2', /"""/, /"/),
    'single-quotes': string('s1', /'/, /'/),
    'triple-single-quotes': string('s1', /'''/, /'/),
    'string-end': [
      [/(@)([a-zA-Z]+(?:-[a-zA-Z0-9]+)*)/, ['o', 'py']],
      [/\^\^/, 'o'],
      [/(?:)/, '', pop],
    ],
  }),
});
