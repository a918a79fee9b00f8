/** Jsonnet, JSON with functions. */
import { pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between } from '../lexing/scanner.ts';
import { byWord } from '../lexing/words.ts';
import { BUILTINS, KEYWORDS } from '../words/jsonnet.ts';

export const jsonnet = defineLexer({
  tag: 'jsonnet',
  states: () => ({
    root: [
      [/\s+/, ''],
      [/\/\/.*/, 'c1'],
      [/#.*/, 'c1'],
      [between('/*', '*/'), 'cm'],
      [/-?(?:0|[1-9]\d*)\.\d+(?:e[+-]\d+)?/i, 'mf'],
      [/-?(?:0|[1-9]\d*)(?:e[+-]\d+)?/i, 'mi'],
      [/[{}:.,;+[\]=%()]/, 'p'],
      [/"/, 's', 'double-quotes'],
      [/'/, 's', 'single-quotes'],
      [/\|\|\|/, 's', 'block'],
      [/\$/, 'k'],
      [
        /[a-zA-Z_][a-zA-Z0-9_]*/,
        byWord(
          [
            ['k', KEYWORDS],
            ['kd', 'function'],
            ['kc', 'null true false'],
            ['nb', BUILTINS],
          ],
          'nx',
        ),
      ],
    ],
    escape: [[/\\(?:u[0-9a-fA-F]{4}|.)/, 'se']],
    'double-quotes': ['escape', [/"/, 's', pop], [/[^\\"]+/, 's']],
    'single-quotes': ['escape', [/'/, 's', pop], [/[^\\']+/, 's']],
    block: ['escape', [/\|\|\|/, 's', pop], [/[^|\\]+/, 's'], [/\|/, 's']],
  }),
});
