/** JSON, and JSON with comments and ellipses as documentation writes it. */
import { pop, type States } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between, guarded } from '../lexing/scanner.ts';

export const jsonStates = {
  whitespace: [[/\s+/, 'w']],
  root: ['whitespace', [/\{/, 'p', 'object'], [/\[/, 'p', 'array'], 'name', 'value', [/[\]}]/, 'p']],
  object: ['whitespace', 'name', 'value', [/\}/, 'p', pop], [/,/, 'p']],
  name: [[/("(?:\\.|[^"\\\n])*")(\s*)(:)/, ['nl', 'w', 'p']]],
  value: ['whitespace', 'constants', [/"/, 's2', 'string'], [/\[/, 'p', 'array'], [/\{/, 'p', 'object']],
  string: [
    [/[^\\"]+/, 's2'],
    [/\\./, 'se'],
    [/"/, 's2', pop],
  ],
  array: ['value', [/\]/, 'p', pop], [/,/, 'p']],
  constants: [
    [/true|false|null/, 'kc'],
    [/-?(?:0|[1-9]\d*)\.\d+(?:e[+-]?\d+)?/i, 'mf'],
    [/-?(?:0|[1-9]\d*)(?:e[+-]?\d+)?/i, 'mi'],
  ],
} as const satisfies States<undefined>;

export const json = defineLexer({ tag: 'json', states: () => jsonStates });

export const jsonDoc = defineLexer({
  tag: 'json-doc',
  states: () => ({
    ...jsonStates,
    name: [[guarded(/([$\w]+)(\s*)(:)/, /[^$\w]/), ['na', '', 'p']], ...jsonStates.name],
    value: [
      [between('/*', '*/', { sameLine: true }), 'c'],
      [/\/\/.*/, 'c1'],
      [/\.\.\./, 'c1'],
      ...jsonStates.value,
    ],
  }),
});
