/** Prolog. */
import { pop, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between, guarded } from '../lexing/scanner.ts';

const WORD = '[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}]';

export const prolog = defineLexer({
  tag: 'prolog',
  begin: (lexing) => lexing.push('first-line'),
  states: () => ({
    'first-line': [
      [/#.*/, 'c1'],
      [/(?:)/, '', pop],
    ],
    root: [
      [/\s+/, ''],
      [/%.*/, 'c1'],
      [/\/\*/, 'cm', 'comment'],
      [/[[\](){}|.,;!]/, 'p'],
      [/:-|-->/, 'p'],
      [between('"', '"'), 's2'],
      [/\d+\.\d+/, 'mf'],
      [/\d+/, 'm'],
      [re()`\p{Lowercase}${WORD}*`, 'ss'],
      [between("'", "'"), 'ss'],
      [/[A-Z]+\w*/, 'nv'],
      [re()`_${WORD}*`, 'nv'],
      [/(?:<|>|=<|>=|==|=:=|=|\/|\/\/|\*|\+|-)(?=\s|[a-zA-Z0-9[])/, 'o'],
      // a range from + to ., as Rouge has it
      [/[#&*+-./:<=>?@^~]+/, 'o'],
    ],
    comment: [
      [/\/\*/, 'cm', 'comment'],
      [guarded(/\s*\*[^*/]+/, /\S/), 'cm'],
      [/\*\//, 'cm', pop],
    ],
  }),
});
