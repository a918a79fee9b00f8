/** Verilog and SystemVerilog. */
import { pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between } from '../lexing/scanner.ts';
import { byWord } from '../lexing/words.ts';
import { KEYWORDS, SYSTEM_TASKS, TYPES } from '../words/verilog.ts';

export const verilog = defineLexer({
  tag: 'verilog',
  states: () => ({
    'expression-line': ['inline-whitespace', [/`define/, 'cp', 'macro'], [/(?:)/, '', pop]],
    line: [[/[a-zA-Z_][a-zA-Z0-9_]*:(?!:)/, 'nl'], 'expression-line'],
    'inline-whitespace': [
      [/[ \t\r]+/, ''],
      [/\\\n/, ''],
      [between(/\/(?:\\\n)?\*/, /\*(?:\\\n)?\//g, { first: '/' }), 'cm'],
    ],
    whitespace: [[/\n+/, '', 'line'], [/\/\/.*/, 'c1', 'line'], 'inline-whitespace'],
    string: [
      [/"/, 's', pop],
      [/\\(?:[\\abfnrtv"']|x[a-fA-F0-9]{2,4}|[0-7]{1,3})/, 'se'],
      [/[^\\"\n]+/, 's'],
      [/\\\n?/, 's'],
    ],
    statement: [
      'whitespace',
      [/L?"/, 's', 'string'],
      [/(?:[0-9_]+\.[0-9_]*|[0-9_]*\.[0-9_]+)(?:e[+-]?[0-9_]+)?/i, 'mf'],
      [/[0-9_]+e[+-]?[0-9_]+/i, 'mf'],
      [/[0-9]*'h[0-9a-fA-F_?]+/, 'mh'],
      [/[0-9]*'b?[01xz_?]+/, 'mb'],
      [/[0-9]*'d[0-9_?]+/, 'mi'],
      [/[0-9_]+[lu]*/i, 'mi'],
      [/[-~!%^&*+=|?:<>/@{}]/, 'o'],
      [/[()[\],.$#;]/, 'p'],
      [/`\w+/, 'cp'],
      [
        /[a-zA-Z_][a-zA-Z0-9_]*/,
        byWord(
          [
            ['k', KEYWORDS],
            ['kt', TYPES],
            ['nb', SYSTEM_TASKS],
          ],
          'n',
        ),
      ],
    ],
    root: [[/\n+/, '', 'expression-line'], 'whitespace', [/(?:)/, '', 'statement']],
    macro: [[/\n/, 'cp', pop], 'inline-whitespace', [/;/, 'p'], [/=/, 'o'], [/\w+/, '']],
  }),
});
