/** MATLAB. */
import { pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between, nearest, type Scanner } from '../lexing/scanner.ts';
import { byWord } from '../lexing/words.ts';
import { BUILTINS, KEYWORDS } from '../words/matlab.ts';
import { shell } from './shell.ts';

/** A quote that has another one behind it on its line; a single one transposes. */
function paired(quote: string): Scanner {
  return {
    first: quote,
    scan(text, at, seen) {
      const mate = nearest(text, at + 1, quote, seen).found;
      return mate < text.length && mate < nearest(text, at + 1, '\n', seen).found ? at + 1 : -1;
    },
  };
}

export const matlab = defineLexer({
  tag: 'matlab',
  states: () => ({
    root: [
      [/\s+/, ''],
      [between('{%', '%}'), 'cm'],
      [/%.*/, 'c1'],
      [/([.][.][.])(.*)/, ['k', 'c']],
      [
        /^(!)([^\n%]*)/,
        (lexing) => {
          lexing.token('k', lexing.group(1));
          lexing.delegate(shell.start(), lexing.group(2));
        },
      ],
      [
        /[a-zA-Z][_a-zA-Z0-9]*/,
        byWord(
          [
            ['k', KEYWORDS],
            ['nb', BUILTINS],
          ],
          'n',
        ),
      ],
      [/[(){};:,/\\\][]/, 'p'],
      [/~=|==|<<|>>|[-~+/*%=<>&^|.@]/, 'o'],
      [/(?:\d+\.\d*|\d*\.\d+)(?:e[+-]?[0-9]+)?/i, 'mf'],
      [/\d+e[+-]?[0-9]+/i, 'mf'],
      [/\d+L/, 'il'],
      [/\d+/, 'mi'],
      [paired("'"), 's1', 'characters'],
      [paired('"'), 's2', 'string'],
      [/'/, 'o'],
    ],
    characters: [
      [/[^']+/, 's1'],
      [/''/, 'se'],
      [/'/, 's1', pop],
    ],
    string: [
      [/[^"]+/, 's2'],
      [/""/, 'se'],
      [/"/, 's2', pop],
    ],
  }),
});
