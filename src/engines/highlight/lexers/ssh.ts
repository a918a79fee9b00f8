/** The configuration of SSH. */
import { pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';

export const ssh = defineLexer({
  tag: 'ssh',
  states: () => ({
    root: [[/[a-z0-9]+/i, 'k', 'statement'], 'base'],
    statement: [
      [/\n/, '', pop],
      [/(?:yes|no|confirm|ask|always|auto|none|force)\b/, 'no'],
      [/\d+/, 'm'],
      [/[^#\s;{}$\\]+/, ''],
      'base',
    ],
    base: [
      [/\s+/, ''],
      [/#.*/, 'c1'],
    ],
  }),
});
