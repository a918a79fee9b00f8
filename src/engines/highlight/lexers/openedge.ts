/** OpenEdge ABL. */
import { type Lexing, pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between } from '../lexing/scanner.ts';
import { classify } from '../lexing/words.ts';
import { KEYWORDS } from '../words/openedge.ts';

const kind = classify([
  ['nb', KEYWORDS],
  [
    'kt',
    `BLOB CHARACTER CHAR CLOB COM-HANDLE DATE DATETIME DATETIME-TZ DECIMAL DEC HANDLE INT64 INTEGER INT LOGICAL LONGCHAR
     MEMPTR RAW RECID ROWID WIDGET-HANDLE`,
  ],
]);

function name(lexing: Lexing<undefined>): void {
  lexing.token(kind(lexing.matched.toUpperCase()) ?? 'nv');
}

export const openedge = defineLexer({
  tag: 'openedge',
  states: () => ({
    root: [
      [/\s+/, ''],
      [/(\.)(\s+)/, ['o', '']],
      [/\/\/[^\n]*/, 'c1'],
      [between('/*', '*/'), 'cm'],
      [/(\{?&)(\S+)/, ['cp', 'nx'], 'preprocessor'],
      [/"/, 's', 'string'],
      [/'(?:\\.|\\[0-7]{1,3}|\\x[a-f0-9]{1,2}|[^\\'\n])'/i, 'sc'],
      'numbers',
      [/\*\//, 'err'],
      [/[~!%^*+=|?:<>/-]/, 'o'],
      [/[()[\],]/, 'p'],
      [/(?:TRUE|FALSE|NULL)\b/i, 'kc'],
      [/[a-zA-Z_&{}][a-zA-Z0-9_\-&}]*/, name],
    ],
    numbers: [
      [/(?:\d+[.]\d*|[.]\d+)(?:e[+-]?\d+[lu]*)?/i, 'mf'],
      [/\d+e[+-]?\d+[lu]*/i, 'mf'],
      [/0x[0-9a-f]+[lu]*/i, 'mh'],
      [/0[0-7]+[lu]*/i, 'mo'],
      [/\d+[lu]*/i, 'mi'],
    ],
    string: [
      [/"/, 's', pop],
      [/\\(?:[\\abfnrtv"']|x[a-fA-F0-9]{2,4}|[0-7]{1,3})/, 'se'],
      [/[^\\"]+|\\/, 's'],
    ],
    preprocessor: [
      [/\n/, '', pop],
      [/\s+/, ''],
      [/(\{?&)(\S+)/, ['cp', 'nx']],
      [/"/, 's', 'string'],
      'numbers',
      [/\S+/, 'n'],
    ],
  }),
});
