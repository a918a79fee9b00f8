/** R. */
import { re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { quoted } from '../lexing/scanner.ts';
import { byWord, words } from '../lexing/words.ts';
import { BUILTIN_CONSTANTS, KEYWORD_CONSTANTS, KEYWORDS, PRIMITIVES } from '../words/r.ts';

export const r = defineLexer({
  tag: 'r',
  states: () => ({
    root: [
      [/#'.*/, 'cd'],
      [/#.*/, 'c1'],
      [/\s+/, 'w'],
      [/`[^`]+`/, 'n'],
      [quoted("'"), 's1'],
      [quoted('"'), 's2'],
      [/%[^%]*%/, 'o'],
      [/0[xX][a-fA-F0-9]+(?:[pP][0-9]+)?[Li]?/, 'mh'],
      [/[+-]?(?:\d+(?:[.]\d+)?|[.]\d+)(?:[eE][+-]?\d+)?[Li]?/, 'm'],
      // The dots in these names stand for any character, as in Rouge: `is_function(` counts too.
      [re()`(?:${words(PRIMITIVES).join('|')})(?=\()`, 'nf'],
      [
        re()`(?:[\p{Alphabetic}]|[.][._\p{Alphabetic}])[._\p{Alphabetic}\p{Nd}]*|[.]`,
        byWord(
          [
            ['k', KEYWORDS],
            ['kc', KEYWORD_CONSTANTS],
            ['nb', BUILTIN_CONSTANTS],
          ],
          'n',
        ),
      ],
      [/[[\]{}();,]/, 'p'],
      [/[-<>?*+^/!=~$@:%&|]/, 'o'],
    ],
  }),
});
