/** OCaml. */
import { re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { byWord } from '../lexing/words.ts';
import { mlLiterals, mlStates, upperName } from './ml-states.ts';

const KEYWORDS = `
  as assert begin class constraint do done downto else end exception external false for fun function functor
  if in include inherit initializer lazy let match module mutable new nonrec object of open raise rec sig
  struct then to true try type val virtual when while with
`;
const name = /[a-zA-Z_][\w']*/;

export const ocaml = defineLexer({
  tag: 'ocaml',
  states: () => ({
    root: [
      [/\s+/, ''],
      [/false|true|[(][)]|\[\]/, 'bp'],
      [re()`${upperName}(?=\s*[.])`, 'nn', 'dotted'],
      [re()`\x60${name}`, 'nt'],
      [upperName, 'nc'],
      [/[(][*](?![)])/, 'c', 'comment'],
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
      ...mlLiterals,
    ],
    ...mlStates(name, /[({[]/),
  }),
});
