/** Xojo. */
import { re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between } from '../lexing/scanner.ts';
import { anyOf } from '../lexing/words.ts';
import { KEYWORDS, OPERATORS, TYPES } from '../words/xojo.ts';

export const xojo = defineLexer({
  tag: 'xojo',
  states: () => ({
    root: [
      [/\s+/, 'w'],
      [/rem\b.*/i, 'c1'],
      [/[/'].*/, 'c1'],
      [between(/#tag Note/i, /#tag EndNote/gi, { first: '#' }), 'cp'],
      [/#.*/, 'cp'],
      [between('"', '"', { sameLine: true }), 's2'],
      [/[(){}!#,:]/, 'p'],
      [re('i')`(?:${anyOf(KEYWORDS)})\b`, 'k'],
      [re('i')`(?:${anyOf(TYPES)})\b`, 'kd'],
      [re('i')`(?:${anyOf(OPERATORS)})\b`, 'o'],
      [/[+-]?(?:\d+\.\d*|\d*\.\d+)/, 'mf'],
      [/[+-]?\d+/, 'mi'],
      [/&[CH][0-9a-f]+/i, 'mh'],
      [/&O[0-7]+/i, 'mo'],
      [/\w[\w.]*\b/, ''],
      [/<=|>=|<>|[=><+\-*/\\]/, 'o'],
    ],
  }),
});
