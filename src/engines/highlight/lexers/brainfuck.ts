/** Brainfuck. */
import { pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';

export const brainfuck = defineLexer({
  tag: 'brainfuck',
  begin: (lexing) => lexing.push('start'),
  states: () => ({
    start: [
      [/\s+/, ''],
      [/\[/, 'cm', 'comment'],
      [/(?:)/, '', pop],
    ],
    root: [[/\]/, 'err'], [/\[/, 'p', 'loop'], 'commands'],
    comment: [
      [/\[/, 'cm', 'comment'],
      [/\]/, 'cm', pop],
      [/[^[\]]/, 'cm'],
    ],
    loop: [[/\[/, 'p', 'loop'], [/\]/, 'p', pop], 'commands'],
    commands: [
      [/[^><+\-.,[\]]+/, 'c1'],
      [/[><]+/, 'nb'],
      [/[-+.,]+/, 'nf'],
    ],
  }),
});
