/** CMake. */
import { type Lexing, pop, type State } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { guarded } from '../lexing/scanner.ts';
import type { TokenClass } from '../lexing/tokens.ts';
import { classify } from '../lexing/words.ts';
import { COMMANDS } from '../words/cmake.ts';

/** The length of the bracket that opened a long string or comment. */
type Length = number;

const command = classify([['nb', COMMANDS]]);

const any = (type: TokenClass): State<Length> => [
  [/\n/, type],
  [/./, type],
];

const close = (type: TokenClass): State<Length> => [
  [
    /\]=*\]/,
    (lexing: Lexing<Length>) => {
      lexing.token(type);
      if (lexing.matched.length === lexing.data) lexing.goto('root');
    },
  ],
];

const open = (lexing: Lexing<Length>, type: TokenClass, state: string, length: number) => {
  lexing.token(type);
  lexing.data = length;
  lexing.goto(state);
};

export const cmake = defineLexer<Length>({
  tag: 'cmake',
  data: () => 0,
  states: () => ({
    interpolation: [[/\$\{/, 'si', 'variable']],
    root: [
      'interpolation',
      [/[ \t]/, ''],
      [/[()]/, 'p'],
      [/#\[=*\[/, (lexing) => open(lexing, 'cm', 'bracket-comment', lexing.matched.length - 1)],
      [/\[=*\[/, (lexing) => open(lexing, 's2', 'bracket-string', lexing.matched.length)],
      [/\\"/, ''],
      [/"/, 's2', 'quoted'],
      [
        guarded(/([A-Za-z_][A-Za-z0-9_]*)([ \t]*)(\()/, /\W/),
        (lexing) => lexing.groups(command(lexing.group(1)) ?? 'nf', '', 'p'),
      ],
      [/#.*/, 'c1'],
      ...any(''),
    ],
    'bracket-string': [...close('s2'), 'interpolation', ...any('s2')],
    'bracket-comment': [...close('cm'), ...any('cm')],
    variable: ['interpolation', [/\}/, 'si', pop], ...any('nv')],
    quoted: ['interpolation', [/"/, 's2', 'root'], [/\\[()#" \\$@^trn;]/, 'se'], ...any('s2')],
  }),
});
