/** Batch files of Windows. */
import { pop, type State } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { guarded } from '../lexing/scanner.ts';
import type { TokenClass } from '../lexing/tokens.ts';
import { classify } from '../lexing/words.ts';
import { COMMANDS, DEVICES, KEYWORDS, OPERATORS, SWITCHES } from '../words/batchfile.ts';

/** Words are known in lower case only. */
const kind = classify([
  ['kr', DEVICES],
  ['k', KEYWORDS],
  ['ow', OPERATORS],
  ['nb', COMMANDS],
  ['na', SWITCHES],
]);

const quotes = (type: TokenClass, end: RegExp, text: RegExp): State<undefined> => [
  'escape',
  [end, type, pop],
  'expansions',
  [text, type],
];

export const batchfile = defineLexer({
  tag: 'batchfile',
  states: () => ({
    basic: [
      [/@?rem\b.*/i, 'c'],
      [/^::.*/, 'c'],
      [/:[a-z]+/i, 'nl'],
      [
        /([a-z]\w*)(\.exe|com|bat|cmd|msi)?/i,
        (lexing) => {
          // Rouge's test for `set` holds for every word.
          const type = kind(lexing.group(1)) ?? 'kd';
          if (type === 'nb') lexing.token(type);
          else lexing.groups(type, 'err');
        },
      ],
      [/(?:[/+]|--?)[a-z]+\s*/i, 'na'],
      'expansions',
      [/[<>&|(){}[\]\-+=;,~?*]/, 'o'],
    ],
    escape: [[/\^[\s\S]/, 'se']],
    expansions: [
      [guarded(/[%!]+[a-z_$@#]+[%!]+/i, /[^%!]/), 'nv'],
      [guarded(/%+~?[a-z]+\d?/i, /[^%]/), 'vm'],
    ],
    'double-quotes': quotes('s2', /"/, /[^^"%!]+/),
    'single-quotes': quotes('s1', /'/, /[^^'%!]+/),
    backticks: quotes('sb', /`/, /[^^`%!]+/),
    data: [
      [/\s+/, ''],
      [/0x[0-9a-f]+/i, 'mh'],
      [/[0-9]/, 'm'],
      [/"/, 's2', 'double-quotes'],
      [/'/, 's1', 'single-quotes'],
      [/`/, 'sb', 'backticks'],
      [/[^\s&|()[\]{}^=;!%+\-,"'`~?*]+/, ''],
      'escape',
    ],
    root: ['basic', 'data'],
  }),
});
