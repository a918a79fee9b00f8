/** Literate Haskell: text, in which lines with a `>` in front are the program. */
import { pop, type RunningLexer } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { guarded } from '../lexing/scanner.ts';
import { haskell } from './haskell.ts';

export const literateHaskell = defineLexer<RunningLexer>({
  tag: 'literate_haskell',
  data: (options) => haskell.start(options),
  states: () => ({
    root: [
      [guarded(/\s*?\n(?=>)/, /\S/), '', 'code'],
      [/.*\n/, ''],
      [/.+/, ''],
    ],
    code: [
      [
        /(>)( .*\n?)/,
        (lexing) => {
          lexing.token('nl', lexing.group(1));
          lexing.delegate(lexing.data, lexing.group(2));
        },
      ],
      [guarded(/\s*\n(?=[^>])/, /\S/), '', pop],
    ],
  }),
});
