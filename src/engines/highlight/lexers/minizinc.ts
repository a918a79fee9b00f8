/** MiniZinc. */
import { defineLexer } from '../lexing/lexing.ts';
import { literal } from '../lexing/literal.ts';
import { between } from '../lexing/scanner.ts';
import { byWord } from '../lexing/words.ts';
import { BUILTINS, KEYWORDS } from '../words/minizinc.ts';

export const minizinc = defineLexer({
  tag: 'minizinc',
  states: () => ({
    root: [
      [/\s+/, 'w'],
      [/\\\n/, 'w'],
      [/%.*/, 'c1'],
      [between(/\/(?:\\\n)?\*/, /\*(?:\\\n)?\//g, { first: '/' }), 'cm'],
      [literal('"', { within: 'text' }), 's'],
      [/not|<->|->|<-|\\\/|xor|\/\\/, 'o'],
      [/<|>|<=|>=|==|=|!=/, 'o'],
      [/\+|-|\*|\/|div|mod/, 'o'],
      [/\\|\.\.|\+\+/, 'o'],
      [/[|()[\]{},:;]/, 'p'],
      [/(?:true|false)\b/, 'kc'],
      [/[+-]?\d+(?:\.(?!\.)\d*)?(?:[eE][-+]?\d+)?/, 'm'],
      [
        /[$a-zA-Z_]\w*/,
        byWord(
          [
            ['k', KEYWORDS],
            ['kt', 'array set bool enum float int string tuple'],
            ['nb', BUILTINS],
            ['o', 'in subset superset union diff symdiff intersect'],
          ],
          'nx',
        ),
      ],
    ],
  }),
});
