/** Racket. */
import { again, pop, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { quoted } from '../lexing/scanner.ts';
import { byWord } from '../lexing/words.ts';
import { BUILTINS, KEYWORDS } from '../words/racket.ts';

const id = /[^\s()[\]{}'`,.]+/;

export const racket = defineLexer({
  tag: 'racket',
  states: () => ({
    root: [
      [/;.*/, 'c1'],
      [/#!.*/, 'c1'],
      [/#\|/, 'cm', 'comment'],
      [/#;/, 'cm', 'commented-form'],
      [/\s+/, ''],
      [/[+-]inf[.][f0]|[+-]nan[.]0|-min[.]0|\+max[.]0/, 'mf'],
      [/-?\d+\.\d+/, 'mf'],
      [/-?\d+/, 'mi'],
      [re()`#:${id}`, 'nt'],
      [/#b[01]+/, 'mb'],
      [/#o[0-7]+/, 'mo'],
      [/#d[0-9]+/, 'mi'],
      [/#x[0-9a-f]+/i, 'mh'],
      [/#[ei][\d.]+/, 'mx'],
      [quoted('"'), 's'],
      [re()`['\x60]${id}`, 'ss'],
      [/#\\(?:[()/'"._!$%& ?=+-]|[a-z0-9]+)/i, 'sc'],
      [/#t(?:rue)?|#f(?:alse)?/i, 'no'],
      [/'|#|`|,@|,|\./, 'o'],
      [/[([{]/, 'p', 'command'],
      [/[)\]}]/, 'p'],
      [id, 'nv'],
    ],
    comment: [
      [/[^|#]+/, 'cm'],
      [/\|#/, 'cm', pop],
      [/#\|/, 'cm', again],
      [/[|#]/, 'cm'],
    ],
    'commented-form': [
      [/[({[]/, 'cm', 'inside-commented-form'],
      [/"[^"\\]*(?:\\(?:"|(?!"))[^"\\]*)*\\?"/, 'cm', pop],
      [/\S+/, 'cm', pop],
      [/(?:)/, '', pop],
    ],
    'inside-commented-form': [
      [/[^(){}[\]]+/, 'cm'],
      [/[)}\]]/, 'cm', pop],
      [/[({[]/, 'cm', again],
    ],
    command: [
      [
        id,
        byWord(
          [
            ['k', KEYWORDS],
            ['nb', BUILTINS],
          ],
          'nf',
        ),
        pop,
      ],
      [/(?:)/, '', pop],
    ],
  }),
});
