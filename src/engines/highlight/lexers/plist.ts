/** Property lists as OpenStep and Xcode write them. */
import { pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between, quotedStrictly } from '../lexing/scanner.ts';

export const plist = defineLexer({
  tag: 'plist',
  states: () => ({
    root: [
      [/\/\/.*/, 'c'],
      [between(/\/\*[\s\S]/, '*/', { first: '/' }), 'c'],
      [/\s+/, 'w'],
      [/\{/, 'p', 'dictionary'],
      [/\(/, 'p', 'array'],
      [quotedStrictly('"'), 's2'],
      [quotedStrictly("'"), 's1'],
      [/</, 'p', 'data'],
      [/[\w$/:.-]+/, 'l'],
    ],
    dictionary: ['root', [/[=;]/, 'p'], [/\}/, 'p', pop]],
    array: ['root', [/,/, 'p'], [/\)/, 'p', pop]],
    data: [
      [/[0-9a-fA-F\s]+/, 'mh'],
      [/>/, 'p', pop],
    ],
  }),
});
