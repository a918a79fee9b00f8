/** Tcl. */
import { type Lexing, pop, popTimes, type State, type States } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between } from '../lexing/scanner.ts';
import type { TokenClass } from '../lexing/tokens.ts';
import { byWord } from '../lexing/words.ts';
import { COMMANDS, KEYWORDS } from '../words/tcl.ts';

interface TclData {
  /** Braces that are open inside a string. */
  braces: number;
}

/** Leaves all states down to the innermost braces, and these. */
function leaveBraces(lexing: Lexing<TclData>): void {
  while (!lexing.isState('brace')) lexing.pop();
  lexing.pop();
  lexing.token('p');
}

/** What a command begins with; its parameters are in the state that is named. */
const command = (parameters: string): State<TclData> => [
  'word',
  [/#[^)\]};\n]+/, 'c1'],
  [/(?=[)\]};\n\r\t\v])/, '', parameters],
  [
    /[^)\]};\n\r\t\v]+/,
    byWord(
      [
        ['k', KEYWORDS],
        ['nb', COMMANDS],
      ],
      '',
    ),
  ],
  'whitespace',
];

/** Commands between delimiters; another closing delimiter among their parameters is of the kind `mismatch`. */
const delimited = (name: string, close: RegExp, mismatch: TokenClass): States<TclData> => ({
  [name]: [[close, 'p', pop], ...command(`${name}-parameters`)],
  [`${name}-parameters`]: [[close, 'p', popTimes(2)], [/[)\]}]/, mismatch], 'parameters'],
});

export const tcl = defineLexer<TclData>({
  tag: 'tcl',
  data: () => ({ braces: 0 }),
  states: () => ({
    root: command('parameters'),
    ...delimited('brace', /\}/, ''),
    ...delimited('paren', /\)/, 'err'),
    ...delimited('bracket', /\]/, 'err'),
    word: [
      [/\{\*\}/, 'k'],
      [
        /\}/,
        (lexing) => {
          if (lexing.inState('brace')) leaveBraces(lexing);
          else lexing.token('err');
        },
      ],
      'interpolation',
      [/\{/, 'p', 'brace'],
      [/\(/, 'p', 'paren'],
      [/"/, 's2', 'string'],
      [/[^)\]};\n\r\t\v][^)\]};\n\r\t\v([{"\\]*(?=[([{"\\])/, ''],
    ],
    parameters: [
      [/;/, 'p', pop],
      [/\n/, '', pop],
      [/else|elseif|then/, 'k'],
      'word',
      'whitespace',
      [/[^)\]};\n\r\t\v]+/, ''],
    ],
    whitespace: [[/\s+/, '']],
    interpolation: [
      [/\[/, 'p', 'bracket'],
      [/\$[a-z0-9.:-]+/, 'nv'],
      [between('${', '}'), 'nv'],
      [/\$/, ''],
      [/\\(?:[0-7]{3}|[xX][0-9a-fA-F]{2}|[uU][0-9a-fA-F]{4})/, 'se'],
      [/\\[\s\S]/, 'se'],
    ],
    string: [
      [/"/, 's2', pop],
      'interpolation',
      [/[^\\[$"{}]+/, 's2'],
      [
        /\{/,
        (lexing) => {
          lexing.data.braces++;
          lexing.token('s2');
        },
      ],
      [
        /\}/,
        (lexing) => {
          if (lexing.inState('brace') && lexing.data.braces === 0) return leaveBraces(lexing);
          lexing.data.braces--;
          lexing.token('s2');
        },
      ],
    ],
  }),
});
