/** MessageTrans, the texts of RISC OS's programs. */
import { pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';

export const msgtrans = defineLexer({
  tag: 'msgtrans',
  states: () => ({
    root: [
      [/^#[^\n]*/, 'c'],
      [/[^\t\n\r ,):?/]+/, 'nv'],
      [/[\n/?]/, 'o'],
      [/:/, 'o', 'value'],
    ],
    value: [
      [/\n/, '', pop],
      [/%[0-3%]/, 'o'],
      [/[^\n%]/, 's'],
    ],
  }),
});
