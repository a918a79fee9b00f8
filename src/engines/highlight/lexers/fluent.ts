/** Fluent, in which translations are written. */
import { pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { guarded } from '../lexing/scanner.ts';

export const fluent = defineLexer({
  tag: 'fluent',
  states: () => ({
    root: [
      [guarded(/( *)(=)( *)/, /[^ ]/), ['w', 'p', 'w'], 'template'],
      [guarded(/\s*\n/, /\S/), 'w'],
      [/#{1,3}(?: .*)?$/, 'c1'],
      [/[a-zA-Z][a-zA-Z0-9_-]*/, 'no'],
      [/-[a-zA-Z][a-zA-Z0-9_-]*/, 'ni'],
      [guarded(/\s*\.[a-zA-Z][a-zA-Z0-9_-]*/, /\S/), 'na'],
      [guarded(/\s+(?=[^\s.])/, /\S/), 'w', 'template'],
    ],
    template: [
      [/\n/, 'w', pop],
      [/[^{\n}*]+/, ''],
      [/\{/, 'p', 'placeable'],
      [/(?=\})/, 'p', pop],
    ],
    placeable: [
      [/\s+/, 'w'],
      [/\{/, 'p', 'placeable'],
      [/\}/, 'p', pop],
      [/\$[a-zA-Z][a-zA-Z0-9_-]*/, 'nv'],
      [/-[a-zA-Z][a-zA-Z0-9_-]*/, 'ni'],
      [/\.[a-zA-Z][a-zA-Z0-9_-]*/, 'na'],
      [/[A-Z]+/, 'nb'],
      [/[a-zA-Z][a-zA-Z0-9_-]*/, 'no'],
      [/[(),:]|->/, 'p'],
      [/\*/, 'pi'],
      [/-?\d+\.\d/, 'mf'],
      [/-?\d+/, 'mi'],
      [/"/, 's2', 'string'],
      [/(\[)(-?\d+\.\d+)(\])/, ['p', 'mf', 'p'], 'template'],
      [/(\[)(-?\d+)(\])/, ['p', 'mi', 'p'], 'template'],
      [/(\[)([a-zA-Z][a-zA-Z0-9_-]+)(\])/, ['p', 'ss', 'p'], 'template'],
    ],
    string: [
      [/\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{6}|\\./, 'se'],
      [/[^"\\]+/, 's2'],
      [/"/, 's2', pop],
    ],
  }),
});
