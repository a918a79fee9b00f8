/** Zig. */
import { pop, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { announced } from '../lexing/scanner.ts';
import { classify } from '../lexing/words.ts';
import { BUILTINS, KEYWORDS } from '../words/zig.ts';

const kind = classify([
  ['k', KEYWORDS],
  ['nb', BUILTINS],
]);

const escaped = /\\(?:[nrt'"\\0]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})/;

export const zig = defineLexer({
  tag: 'zig',
  states: () => ({
    line: ['whitespace', [/#\s[^\n]*/, 'cs'], [/(?:)/, '', pop]],
    whitespace: [
      [/\s+/, ''],
      [/\/\/.*/, 'c'],
    ],
    root: [
      [/\n/, '', 'line'],
      'whitespace',
      [/(?:[iu][0-9]+|f(?:16|32|64|128)|[iu]size)\b/, 'kt'],
      'literals',
      [/'[a-z_]\w*/i, 'nv'],
      [
        /([.]?)(\s*)(@?[a-zA-Z_]\w*)(\s*)([(]?)/,
        (lexing) => {
          const isMember = lexing.group(1) !== '';
          const isCall = lexing.group(5) !== '';
          const otherwise = !isMember ? 'n' : isCall ? 'nf' : 'py';
          lexing.groups('p', '', kind(lexing.group(3)) ?? otherwise, '', 'p');
        },
      ],
      [/[()[\]{}|,:;]/, 'p'],
      [/[*/!@~&+%^<>=?-]|\.{1,3}/, 'o'],
    ],
    literals: [
      [/(?:true|false|null)\b/, 'kc'],
      [re()`'(?:${escaped}|[^\\])'`, 'sc'],
      [/"/, 's', 'string'],
      [announced('r', /r(#*)"/, (marks) => `"${marks}`), 's'],
      [/[0-9]+(?:\.[0-9_]+(?:e[-+]?[0-9_]+)?|e[-+]?[0-9_]+)/, 'mf'],
      [/0b[10_]+|0x[0-9a-fA-F_]+|[0-9_]+/, 'mi'],
    ],
    string: [
      [/"/, 's', pop],
      [escaped, 'se'],
      [/[^"\\]+/, 's'],
    ],
  }),
});
