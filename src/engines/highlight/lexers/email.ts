/** Messages of e-mail: fields, and the text behind them. */
import { pop, popTimes } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';

export const email = defineLexer({
  tag: 'email',
  begin: (lexing) => lexing.push('fields'),
  states: () => ({
    fields: [
      [/:/, 'o', 'body'],
      [/[^\n\r:]+|[\n\r]/, 'nt'],
    ],
    body: [
      [/(?:\r?\n){2}/, '', popTimes(2)],
      [/\r?\n(?![ \v\t\f])/, '', pop],
      [/[^\n\r]+|[\n\r]/, 'na'],
    ],
    root: [
      [/\n/, ''],
      [/^>.*/, 'c'],
      [/.+/, ''],
    ],
  }),
});
