/** Rego, the policy language of Open Policy Agent. */
import { re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { byWord } from '../lexing/words.ts';

export const rego = defineLexer({
  tag: 'rego',
  states: () => ({
    root: [
      [/\s+/, ''],
      [/#.*/, 'c1'],
      [/[[\](){}|.,;!]/, 'p'],
      [/"[^"]*"/, 's2'],
      [/-?\d+\.\d+(?:[eE][+-]?\d+)?/, 'mf'],
      [/-?\d+(?:[eE][+-]?\d+)?/, 'm'],
      [/\\u[0-9a-fA-F]{4}/, 'mh'],
      [/\\["/bfnrt]/, 'se'],
      [/[=<>+\-*%/|&:?@^~]/, 'o'],
      [
        re()`[\p{L}\p{M}\p{N}\p{Pc}]+`,
        byWord(
          [
            ['kc', 'true false null'],
            ['ow', 'as default else import not package some with'],
          ],
          'n',
        ),
      ],
    ],
  }),
});
