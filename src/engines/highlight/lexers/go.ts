/** Go. */
import { pop, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between } from '../lexing/scanner.ts';
import { byWord } from '../lexing/words.ts';

const KEYWORDS = `
  break default func interface select case defer go map struct chan else goto package switch const fallthrough
  if range type continue for import return var
`;
const TYPES = `
  bool byte complex64 complex128 error float32 float64 int8 int16 int32 int64 int rune string uint8 uint16
  uint32 uint64 uintptr uint
`;
const FUNCTIONS = `
  append cap close complex copy delete imag len make new panic print println real recover
`;

export const go = defineLexer({
  tag: 'go',
  states: () => ({
    root: [
      [/\/\/.*/, 'c'],
      [between('/*', '*/'), 'c'],
      [
        /(?:[0-9]+|[0-9]+\.[0-9]*(?:[eE][+-]?[0-9]+)?|[0-9]+[eE][+-]?[0-9]+|\.[0-9]+(?:[eE][+-]?[0-9]+)?)i/,
        'm',
      ],
      [/[0-9]+\.[0-9]*(?:[eE][+-]?[0-9]+)?|[0-9]+[eE][+-]?[0-9]+|\.[0-9]+(?:[eE][+-]?[0-9]+)?/, 'm'],
      [/0[xX][0-9A-Fa-f]+|[0-9]+/, 'm'],
      [/'(?:[^\n]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}|\\[abfnrtv\\'"]|\\[0-7]{3}|\\x[0-9A-Fa-f]{2})'/, 'sc'],
      [
        /\+=|\+\+|\+|&\^=|&\^|&=|&&|&|==|=|!=|!|-=|--|-|\|=|\|\||\||<=|<-|<<=|<<|<|\*=|\*|\^=|\^|>>=|>>|>=|>|\/|:=|%|\.\.\.|\.|:/,
        'o',
      ],
      [/[()[\]{},;]/, 'p'],
      [
        re()`[\p{Alphabetic}_][\p{Alphabetic}_\p{Nd}]*`,
        byWord(
          [
            ['k', KEYWORDS],
            ['kt', TYPES],
            ['nb', FUNCTIONS],
            ['no', 'true false iota nil'],
          ],
          'n',
        ),
      ],
      [/\s+/, ''],
      [/`/, 's', 'raw-string'],
      [/"/, 's', 'string'],
    ],
    string: [
      [/\\(?:[abfnrtv\\'"]|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|x[0-9A-Fa-f]{2})/, 'se'],
      [/\\./, 'err'],
      [/"/, 's', pop],
      [/[^"\\]+/, 's'],
    ],
    'raw-string': [
      [/`/, 's', pop],
      [/[^`]+/, 's'],
    ],
  }),
});
