/** Pascal. */
import { re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between } from '../lexing/scanner.ts';
import { anyOf } from '../lexing/words.ts';
import { KEYWORDS, TYPES } from '../words/pascal.ts';

export const pascal = defineLexer({
  tag: 'pascal',
  states: () => ({
    root: [
      [/\s+/, ''],
      [/\/\/.*\n?/, 'c1'],
      [/--.*\n?/, 'c1'],
      [between('(*', '*)'), 'cm'],
      [between('{', '}'), 'cm'],
      [
        /(?:0[xX][0-9a-fA-F]*|(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)(?:L|l|UL|ul|u|U|F|f|ll|LL|ull|ULL)?/,
        'm',
      ],
      [/\$[0-9A-Fa-f]+/, 'mh'],
      [/[~!@#$%^&*()+`\-={}[\]:;<>?,./|\\]/, 'p'],
      [/'[^']*(?:''[^']*)*'/, 's'],
      [/(?:true|false|nil)\b/i, 'nb'],
      [re('i')`(?:${anyOf(KEYWORDS)})\b`, 'k'],
      [re('i')`(?:${anyOf(TYPES)})\b`, 'kt'],
      [/[_a-z]\w*/i, 'n'],
    ],
  }),
});
