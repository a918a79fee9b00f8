/** Common Lisp, and Lisps like it. */
import { again, type Lexing, pop, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { guarded, quoted } from '../lexing/scanner.ts';
import { byWord } from '../lexing/words.ts';
import { CLASSES, DECLARATIONS, FUNCTIONS, MACROS, SPECIAL_FORMS, TYPES } from '../words/lisp.ts';

/** How many parentheses are open. */
interface Open {
  depth: number;
}

// The class has a range from `+` to `/`, as Rouge's has.
const symbol =
  /\|[^|]+\||(?:\\.|[a-zA-Z0-9!$%&*+-/<=>?@[\]^_{}~])(?:\\.|[a-zA-Z0-9!$%&*+-/<=>?@[\]^_{}~#.:])*/;
const terminated = /(?=[ "'()\n,;`])/;

function opens(lexing: Lexing<Open>): void {
  lexing.data.depth++;
}

export const commonLisp = defineLexer<Open>({
  tag: 'common_lisp',
  data: () => ({ depth: 0 }),
  states: () => ({
    root: [
      [/\s+/, ''],
      [/;.*/, 'c1'],
      [/#\|/, 'cm', 'comment'],
      [/#\d*Y.*/, 'cs'],
      [/"[^"\\]*(?:\\.[^"\\]*)*"/, 's'],
      [re()`[:']${symbol}`, 'ss'],
      [/['`]/, 'o'],
      [re()`[-+]?\d+\.?${terminated}`, 'mi'],
      [re()`[-+]?\d+/\d+${terminated}`, 'mi'],
      [re()`[-+]?(?:\d*\.\d+(?:[defls][-+]?\d+)?|\d+(?:\.\d*)?[defls][-+]?\d+)${terminated}`, 'mf'],
      [re()`#\\.${terminated}`, 'sc'],
      [re()`#\\${symbol}`, 'sc'],
      [
        /#\(/,
        (lexing) => {
          lexing.token('o');
          opens(lexing);
        },
      ],
      [/#\d*\*[01]*/, 'x'],
      [re()`#:${symbol}`, 'ss'],
      [/#[.,]/, 'o'],
      [/#'/, 'nf'],
      [/#b[+-]?[01]+(?:\/[01]+)?/i, 'm'],
      [/#o[+-]?[0-7]+(?:\/[0-7]+)?/i, 'mo'],
      [/#x[+-]?[0-9a-f]+(?:\/[0-9a-f]+)?/i, 'm'],
      [
        /(#c)(\()/i,
        (lexing) => {
          lexing.groups('m', 'p');
          opens(lexing);
        },
      ],
      [
        /(#(?:\d+a|s))(\()/i,
        (lexing) => {
          lexing.groups('sx', 'p');
          opens(lexing);
        },
      ],
      [quoted('"', '#'), 'ss'],
      [quoted('"', '#p'), 'ss'],
      [quoted('"', '#P'), 'ss'],
      [/#\d+[=#]/, 'o'],
      [guarded(re()`#+nil${terminated}\s*\(`, /[^#]/), 'c', 'commented-form'],
      [/#[+-]/, 'o'],
      [/,@|,|\./, 'o'],
      [re()`(?:t|nil)${terminated}`, 'no'],
      [re()`\*(?:${symbol})\*`, 'vg'],
      [
        symbol,
        byWord(
          [
            ['nb', FUNCTIONS],
            ['k', SPECIAL_FORMS],
            ['nb', MACROS],
            ['k', '&allow-other-keys &aux &body &environment &key &optional &rest &whole'],
            ['k', DECLARATIONS],
            ['kt', TYPES],
            ['nc', CLASSES],
          ],
          'nv',
        ),
      ],
      [
        /\(/,
        (lexing) => {
          lexing.token('p');
          opens(lexing);
        },
      ],
      [
        /\)/,
        (lexing) => {
          lexing.token(lexing.data.depth === 0 ? 'err' : 'p');
          lexing.data.depth = Math.max(0, lexing.data.depth - 1);
        },
      ],
    ],
    comment: [
      [/#\|/, 'cm', again],
      [/\|#/, 'cm', pop],
      [/[^|#]+/, 'cm'],
      [/[|#]/, 'cm'],
    ],
    'commented-form': [
      [/\(/, 'c', again],
      [/\)/, 'c', pop],
      [/[^()]+/, 'c'],
    ],
  }),
});
