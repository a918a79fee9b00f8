/** LLVM's intermediate representation. */
import { defineLexer } from '../lexing/lexing.ts';
import { guarded } from '../lexing/scanner.ts';
import { byWord } from '../lexing/words.ts';
import { INSTRUCTIONS, KEYWORDS, TYPES } from '../words/llvm.ts';

export const llvm = defineLexer({
  tag: 'llvm',
  states: () => ({
    root: [
      [/;.*/, 'c1'],
      [/\s+/, ''],
      [guarded(/[-a-zA-Z$._][-a-zA-Z$._0-9]*\s*:/, /[^-a-zA-Z$._0-9]/), 'nl'],
      [/"[^"]*"\s*:/, 'nl'],
      [/@(?:[-a-zA-Z$._][-a-zA-Z$._0-9]*|"[^"]*"|\d+)/, 'vg'],
      [/#\d+/, 'vg'],
      [/[%!](?:[-a-zA-Z$._][-a-zA-Z$._0-9]*|"[^"]*"|\d+)/, 'nv'],
      [/c?"[^"]*"/, 's'],
      [/0[xX][a-fA-F0-9]+/, 'm'],
      [/-?\d+(?:[.]\d+)?(?:[eE][-+]?\d+(?:[.]\d+)?)?/, 'm'],
      [/[=<>{}[\]()*.,!]|x/, 'p'],
      [/i[1-9]\d*/, 'kt'],
      [
        /\w+/,
        byWord(
          [
            ['kt', TYPES],
            ['k', INSTRUCTIONS],
            ['k', KEYWORDS],
          ],
          'err',
        ),
      ],
    ],
  }),
});
