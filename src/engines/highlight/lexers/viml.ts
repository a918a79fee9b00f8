/** Vim's script language. */
import { defineLexer } from '../lexing/lexing.ts';
import { literal } from '../lexing/literal.ts';
import { guarded } from '../lexing/scanner.ts';
import { byWord } from '../lexing/words.ts';
import { COMMANDS, NAMES } from '../words/viml.ts';

const word = byWord(
  [
    ['k', COMMANDS],
    ['nb', NAMES],
  ],
  '',
);

export const viml = defineLexer({
  tag: 'viml',
  states: () => ({
    root: [
      [guarded(/^(\s*)(".*)/, /\S/), ['', 'c']],
      [guarded(/^\s*\\/, /\S/), 'se'],
      [/[ \t]+/, ''],
      [literal('/'), 'sr'],
      [literal('"'), 's2'],
      [literal("'"), 's1'],
      [/-?\d+/, 'm'],
      [/#[0-9a-f]{6}/i, 'mh'],
      [/^:/, 'p'],
      [/[():<>+=![\]{}|,~.-]/, 'p'],
      [/(?:let|if|else|endif|elseif|fun|function|endfunction)\b/, 'k'],
      [/(?:NONE|bold|italic|underline|dark|light)\b/, 'nb'],
      [/[absg]:\w+\b/, 'nv'],
      [/\w+\b/, word],
      [/[\s\S]/, ''],
    ],
  }),
});
