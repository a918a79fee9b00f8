/** F#. */
import { re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { byWord } from '../lexing/words.ts';
import { KEYWORDS } from '../words/fsharp.ts';
import { mlLiterals, mlStates, upperName } from './ml-states.ts';

const PUNCTUATION = `
  != # & && ( ) * , - -. -> . .. : :: := :> ; ;; < <- = > >] >} ? ?? [ [< [> [| ] _ { {< | |] } ~ |> <| <>
`;
const name = /[a-zA-Z][\w']*|``[^`\n\r\t]+``/;

export const fsharp = defineLexer({
  tag: 'fsharp',
  states: () => ({
    root: [
      [/\s+/, ''],
      [/false|true|[(][)]|\[\]/, 'bp'],
      [re()`${upperName}(?=\s*[.])`, 'nn', 'dotted'],
      [upperName, 'nc'],
      [/[(][*](?![)])/, 'c', 'comment'],
      [/\/\/.*/, 'c1'],
      [
        name,
        byWord(
          [
            ['k', KEYWORDS],
            ['ow', 'asr land lor lsl lxor mod'],
            ['kt', 'unit int float bool string char list array'],
          ],
          'n',
        ),
      ],
      [/[[\];,{}_()!$%&*+./:<=>?@^|~#-]+/, byWord([['p', PUNCTUATION]], 'o')],
      ...mlLiterals,
    ],
    ...mlStates(name, /\[/),
  }),
});
