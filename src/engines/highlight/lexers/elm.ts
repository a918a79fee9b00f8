/** Elm. */
import { pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';

export const elm = defineLexer({
  tag: 'elm',
  states: () => ({
    root: [
      [/\s+/, ''],
      [/--.*/, 'c1'],
      [/\{-/, 'cm', 'comment'],
      [/(?:module|exposing|port|import|as|type|alias|if|then|else|case|of|let|in)\b/, 'k'],
      [/[a-z]\w*/, 'n'],
      [/_/, 'n'],
      [/[A-Z]\w*/, 'kt'],
      [/->|::|\/\/|\.\.|&&|\|\||\+\+|\|>|<\||>>|<<|==|\/=|<=|>=/, 'o'],
      // a range from + to /, as Rouge has it: commas and dots are operators
      [/[+-/*%=<>^|!]/, 'o'],
      [/\\/, 'o'],
      [/[@#$&~?]/, 'o'],
      [/"""/, 's', 'long-string'],
      [/'(?:\\.|.)'/, 'sc'],
      [/"/, 's', 'string'],
      [/0x[\da-f]+/i, 'mh'],
      [/\d+e[+-]?\d+/i, 'mf'],
      [/\d+\.\d+(?:e[+-]?\d+)?/i, 'mf'],
      [/\d+/, 'mi'],
      [/[[\](),;`{}:]/, 'p'],
    ],
    comment: [
      [/-\}/, 'cm', pop],
      [/\{-/, 'cm', 'comment'],
      [/[^-{}]+/, 'cm'],
      [/[-{}]/, 'cm'],
    ],
    string: [
      [/[^\\"]+/, 's2'],
      [/\\"/, 'se'],
      [/"/, 's2', pop],
    ],
    'long-string': [
      [/\\"/, 'se'],
      [/"""/, 's', pop],
      [/[^"]+/, 's'],
      [/"/, 's'],
    ],
  }),
});
