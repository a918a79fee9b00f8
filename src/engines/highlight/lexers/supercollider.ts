/** SuperCollider. */
import { pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { guarded, quotedStrictly } from '../lexing/scanner.ts';
import { byWord } from '../lexing/words.ts';

export const supercollider = defineLexer({
  tag: 'supercollider',
  states: () => ({
    comment: [
      [/\/\*/, 'cm', 'comment'],
      [/\*\//, 'cm', pop],
      [/[^*/]+/, 'cm'],
      [/./, 'cm'],
    ],
    root: [
      [/\s+/, ''],
      [/\/\/.*/, 'c1'],
      [/\/\*/, 'cm', 'comment'],
      [/[-+]?0[xX][0-9a-fA-F]+/, 'mh'],
      [/[-+]?\d+r[0-9a-zA-Z]*(?:\.[0-9A-Z]*)?/, 'mf'],
      [/[-+]?(?:\d+(?:\.\d+)?(?:[eE][-+]?\d+)?(?:pi)?|pi)/, 'mf'],
      [/\$(?:\\.|.)/, 'sc'],
      [quotedStrictly('"'), 's'],
      [quotedStrictly("'"), 'sx'],
      [/\\\w+/, 'sx'],
      [guarded(/[A-Za-z_]\w*:/, /\W/), 'nl'],
      [/[A-Z]\w*/, 'nc'],
      [/_\w+/, 'nf'],
      [
        /[a-z]\w*/,
        byWord(
          [
            ['k', 'var arg classvar const super this'],
            [
              'kc',
              `true false nil inf thisThread thisMethod thisFunction thisProcess thisFunctionDef currentEnvironment
               topEnvironment`,
            ],
            ['kr', 'case do for forBy loop if while new newCopyArgs'],
          ],
          'n',
        ),
      ],
      [/~\w+/, 'vg'],
      [/[{}()[\];,.]/, 'p'],
      [/[-+*/&|%<>=]+/, 'o'],
      [/[\^:#]/, 'o'],
      [/_\b/, 'nb'],
    ],
  }),
});
