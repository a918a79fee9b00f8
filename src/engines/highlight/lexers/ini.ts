/** INI and what looks like it. */
import { pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between, guarded } from '../lexing/scanner.ts';

export const ini = defineLexer({
  tag: 'ini',
  states: () => ({
    basic: [
      [guarded(/[;#].*\n/, /\n/), 'c'],
      [/\s+/, ''],
      [/\\\n/, 'se'],
    ],
    root: [
      'basic',
      [guarded(/([\w\-.]+)(\s*)(=)/, /[^\w\-.]/), ['py', '', 'p'], 'value'],
      [between('[', ']', { sameLine: true }), 'nn'],
    ],
    value: [
      [/\n/, '', pop],
      'basic',
      [/"/, 's', 'double-quotes'],
      [/'[^'\n]*'/, 's'],
      'escape',
      [/[^\\\n]+/, 's'],
    ],
    'double-quotes': [[/"/, 's', pop], 'escape', [/[^\\"]+/, 's']],
    escape: [[/\\[\s\S]/, 'se']],
  }),
});
