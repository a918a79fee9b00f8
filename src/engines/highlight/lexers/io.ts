/** Io. */
import { pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { literal } from '../lexing/literal.ts';
import { between } from '../lexing/scanner.ts';
import { byWord } from '../lexing/words.ts';

export const io = defineLexer({
  tag: 'io',
  states: () => ({
    root: [
      [/\s+/, ''],
      [/\/\/.*/, 'c1'],
      [/#.*/, 'c1'],
      [between(/\/(?:\\\n)?\*/, /\*(?:\\\n)?\//g, { first: '/' }), 'cm'],
      [/\/\+/, 'cm', 'comment'],
      [literal('"', { within: 'text' }), 's'],
      [/:?:=/, 'k'],
      [/[()]/, 'p'],
      [/[-=;,*+><!/|^.%&[\]{}]/, 'o'],
      [/[A-Z]\w*/, 'nc'],
      [
        /[a-z_]\w*/,
        byWord(
          [
            ['kc', 'nil false true'],
            ['nb', 'args call clone do doFile doString else elseif for if list method return super then'],
          ],
          'n',
        ),
      ],
      [/(?:\d+[.]?\d*|\d*[.]\d+)(?:e[+-]?[0-9]+)?/i, 'mf'],
      [/@@?/, 'k'],
    ],
    comment: [
      [/[^/+]+/, 'cm'],
      [/\/\+/, 'cm', 'comment'],
      [/\+\//, 'cm', pop],
    ],
  }),
});
