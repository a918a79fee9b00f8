/** SQL, in the dialect that Rouge calls its own. */
import { pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { classify } from '../lexing/words.ts';
import { KEYWORDS, TYPES } from '../words/sql.ts';

const kind = classify([
  ['nb', TYPES],
  ['k', KEYWORDS],
]);

export const sql = defineLexer({
  tag: 'sql',
  states: () => ({
    root: [
      [/\s+/, ''],
      [/--.*/, 'c1'],
      [/\/\*/, 'cm', 'comment'],
      [/\d+/, 'mi'],
      [/'/, 's1', 'single-quotes'],
      [/"/, 'nv', 'double-quotes'],
      [/`/, 'nv', 'backticks'],
      [/\w+/, (lexing) => lexing.token(kind(lexing.matched.toUpperCase()) ?? 'n')],
      [/[+*/<>=~!@#%&|?^-]/, 'o'],
      [/[;:()[\]{},.]/, 'p'],
    ],
    comment: [
      [/\/\*/, 'cm', 'comment'],
      [/\*\//, 'cm', pop],
      [/[^/*]+/, 'cm'],
      [/[/*]/, 'cm'],
    ],
    backticks: [
      [/\\./, 'se'],
      [/``/, 'se'],
      [/`/, 'nv', pop],
      [/[^\\`]+/, 'nv'],
    ],
    'single-quotes': [
      [/\\./, 'se'],
      [/''/, 'se'],
      [/'/, 's1', pop],
      [/[^\\']+/, 's1'],
    ],
    'double-quotes': [
      [/\\./, 'se'],
      [/""/, 'se'],
      [/"/, 'nv', pop],
      [/[^\\"]+/, 'nv'],
    ],
  }),
});
