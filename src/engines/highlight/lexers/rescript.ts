/** ReScript. */
import { pop, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { byWord } from '../lexing/words.ts';
import { mlStates, reasonComment, reasonLiterals, upperName } from './ml-states.ts';

const KEYWORDS = `
  open let rec and as exception assert lazy if else for in to downto while switch when external type private
  mutable constraint include module of with try import export
`;
const name = /[a-zA-Z_][\w']*/;

export const rescript = defineLexer({
  tag: 'rescript',
  states: () => ({
    root: [
      [/\s+/, ''],
      [/[,.:?~\\]/, ''],
      [/true|false\b/, 'kc'],
      [re()`${upperName}(?=\s*[.])`, 'nn', 'dotted'],
      [re()`@${name}(?:\.${name})*`, 'nd'],
      [re()`#${name}`, 'nc'],
      [upperName, 'nc'],
      [/\/\/.*/, 'c1'],
      [/\/\*/, 'cm', 'comment'],
      [
        name,
        byWord(
          [
            ['k', KEYWORDS],
            ['ow', 'mod land lor lxor lsl lsr asr or'],
            ['kt', 'bool int float char string unit list array option ref exn format'],
          ],
          'n',
        ),
      ],
      [/[(){}[\];]+/, 'p'],
      [/[;_!$%&*+/<=>@^|-]+/, 'o'],
      ...reasonLiterals,
      [/`/, 's2', 'template'],
    ],
    ...mlStates(name, /[({[]/),
    comment: reasonComment,
    template: [
      [/\$\{/, 'p', 'template-expression'],
      [/`/, 's2', pop],
      [/\\[$`]/, 'se'],
      [/[^$`\\]+/, 's2'],
      [/[\\$]/, 's2'],
    ],
    'template-expression': [[/\}/, 'p', pop], 'root'],
  }),
});
