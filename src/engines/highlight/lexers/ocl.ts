/** OCL, the constraints of UML. */
import { pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { byWord } from '../lexing/words.ts';
import { FUNCTIONS, KEYWORDS, TYPES } from '../words/ocl.ts';

export const ocl = defineLexer({
  tag: 'ocl',
  states: () => ({
    root: [
      [/\s+/, ''],
      [/--.*/, 'c1'],
      [/\d+/, 'mi'],
      [/'/, 's1', 'string'],
      [/[->|+*/<>=~!@#%&|?^-]/, 'o'],
      [/[;:()[\],.]/, 'p'],
      [
        /\w+/,
        byWord(
          [
            ['o', 'or xor and not implies'],
            ['kd', TYPES],
            ['k', KEYWORDS],
            ['nb', 'self null result true false invalid'],
            ['nf', FUNCTIONS],
          ],
          'n',
        ),
      ],
    ],
    string: [
      [/\\./, 'se'],
      [/'/, 's1', pop],
      [/[^\\']+/, 's1'],
    ],
  }),
});
