/** Pony. */
import { pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between, guarded } from '../lexing/scanner.ts';
import { byWord } from '../lexing/words.ts';

const KEYWORDS = `
  actor addressof and as be break class compiler_intrinsic consume continue do else elseif embed end error for fun if
  ifdef in interface is isnt lambda let match new not object primitive recover repeat return struct then this trait try
  type until use var where while with
`;

export const pony = defineLexer({
  tag: 'pony',
  states: () => ({
    root: [
      [/\s+/, ''],
      [/"""/, 'sd', 'docstring'],
      [/\/\/.*/, 'c1'],
      [between(/\/(?:\\\n)?\*/, /\*(?:\\\n)?\//g, { first: '/' }), 'cm'],
      [/"/, 's', 'string'],
      [/[~!%^&*+=|?:<>/-]/, 'o'],
      [/(?:true|false|NULL)\b/, 'no'],
      [/[A-Z_][a-zA-Z0-9_]*/, 'nc'],
      [/[()[\],.';]/, 'p'],
      [/0[xX](?:[0-9a-fA-F_]*\.[0-9a-fA-F_]+|[0-9a-fA-F_]+)[pP][+-]?[0-9_]+[fFL]?i?/, 'mf'],
      [guarded(/[0-9_]+(?:\.[0-9_]+[eE][+-]?[0-9_]+|\.[0-9_]*|[eE][+-]?[0-9_]+)[fFL]?i?/, /[^0-9_]/), 'mf'],
      [/0[xX][0-9a-fA-F_]+/, 'mh'],
      [/(?:0|[1-9][0-9_]*)(?:[LUu])?/, 'mi'],
      [
        /[a-z_][a-z0-9_]*/i,
        byWord(
          [
            ['kd', 'box iso ref tag trn val'],
            ['kr', KEYWORDS],
          ],
          'n',
        ),
      ],
    ],
    string: [
      [/"/, 's', pop],
      [/\\(?:[\\abfnrtv"']|x[a-fA-F0-9]{2,4}|[0-7]{1,3})/, 'se'],
      [/[^\\"\n]+|\\\n|\\/, 's'],
    ],
    docstring: [
      [/"""/, 'sd', pop],
      [/[^"]+|"/, 'sd'],
    ],
  }),
});
