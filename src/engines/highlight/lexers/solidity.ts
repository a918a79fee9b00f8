/** Solidity. */
import { pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between } from '../lexing/scanner.ts';
import { byWord } from '../lexing/words.ts';
import { BUILTINS, KEYWORDS, RESERVED, TYPES, UNITS } from '../words/solidity.ts';

export const solidity = defineLexer({
  tag: 'solidity',
  begin: (lexing) => lexing.push('line'),
  states: () => ({
    line: ['inline-whitespace', [/(?:)/, '', pop]],
    'inline-whitespace': [
      [/[ \t\r]+/, ''],
      [/\\\n/, ''],
      [/\/\*/, 'cm', 'comment'],
    ],
    whitespace: [[/\n+/, '', 'line'], [between('//', '\n'), 'c1', 'line'], 'inline-whitespace'],
    statements: [
      'whitespace',
      [/(?:hex)?"/, 's', 'double-quotes'],
      [/(?:hex)?'/, 's', 'single-quotes'],
      [/\d+\.\d+(?:[eE]\d+)?/, 'mf'],
      [/0x[0-9a-f]+/i, 'mh'],
      [/\d+(?:[eE]\d+)?/, 'mi'],
      [/\*\//, 'err'],
      [/[~!%^&*+=|?:<>/-]/, 'o'],
      [/[()[\],.]/, 'p'],
      [/u?fixed\d+x\d+/, 'kr'],
      [/bytes\d+|u?int\d+/, 'kt'],
      [
        /[a-zA-Z$_][\w$]*/,
        byWord(
          [
            ['k', KEYWORDS],
            ['nb', BUILTINS],
            ['kc', UNITS],
            ['kt', TYPES],
            ['kr', RESERVED],
          ],
          'n',
        ),
      ],
    ],
    root: ['whitespace', [/(?:)/, '', 'statement']],
    statement: [[/;/, 'p', pop], 'statements', [/[{}]/, 'p']],
    string: [
      [/\\(?:u[a-fA-F0-9]{4}|x..|[^x])/, 'se'],
      [/[^\\"'\n]+/, 's'],
      [/\\/, 's'],
    ],
    'double-quotes': ['string', [/"/, 's', pop], [/'/, 's']],
    'single-quotes': ['string', [/'/, 's', pop], [/"/, 's']],
    comment: [
      [/\*\//, 'cm', pop],
      [/[^*/]+/, 'cm'],
      [/[*/]/, 'cm'],
    ],
  }),
});
