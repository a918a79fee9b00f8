/** ReasonML. */
import { re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { byWord } from '../lexing/words.ts';
import { mlStates, reasonComment, reasonLiterals, upperName } from './ml-states.ts';

const KEYWORDS = `
  as assert begin class constraint do done downto else end exception external false for fun function functor
  if in include inherit initializer lazy let module mutable new nonrec object of open rec sig struct switch
  then to true try type val virtual when while with
`;
const name = /[a-zA-Z_][\w']*/;

export const reasonml = defineLexer({
  tag: 'reasonml',
  states: () => ({
    root: [
      [/\s+/, ''],
      [/false|true|[(][)]|\[\]/, 'bp'],
      [re()`${upperName}(?=\s*[.])`, 'nn', 'dotted'],
      [re()`\x60${name}`, 'nt'],
      [upperName, 'nc'],
      [/\/\/.*/, 'c1'],
      [/\/\*/, 'cm', 'comment'],
      [
        name,
        byWord(
          [
            ['k', KEYWORDS],
            ['ow', 'and asr land lor lsl lxor mod or'],
            ['kt', 'unit int float bool string char list array'],
          ],
          'n',
        ),
      ],
      [/[(){}[\];]+/, 'p'],
      [/[;,_!$%&*+./:<=>?@^|~#-]+/, 'o'],
      ...reasonLiterals,
    ],
    ...mlStates(name, /[({[]/),
    comment: reasonComment,
  }),
});
