/** The module headers that RISC OS's CMHG reads. */
import { defineLexer } from '../lexing/lexing.ts';
import { guarded } from '../lexing/scanner.ts';

export const cmhg = defineLexer({
  tag: 'cmhg',
  states: () => ({
    root: [
      [/;[^\n]*/, 'c'],
      [
        /^([ \t]*)(#[ \t]*(?:(?:define|elif|else|endif|error|if|ifdef|ifndef|include|line|pragma|undef|warning)(?:[ \t].*)?)?)(?=\n)/,
        ['', 'cp'],
      ],
      [guarded(/[-a-z]+:/, /[^-a-z]/), 'kd'],
      [/[a-z_]\w+/i, 'ni'],
      [/"[^"]*"/, 's'],
      [/(?:&|0x)[0-9a-fA-F]+/, 'mh'],
      [/\d+/, 'm'],
      [/[,/()]/, 'p'],
      [/[ \t]+|\n+/, ''],
    ],
  }),
});
