/** RDF in Turtle and TriG. */
import { defineLexer } from '../lexing/lexing.ts';
import { between, quotedStrictly } from '../lexing/scanner.ts';

export const turtle = defineLexer({
  tag: 'turtle',
  states: () => ({
    root: [
      [/@(?:base|prefix)\b/, 'kd'],
      [/(?:true|false)\b/, 'kc'],
      [between('"""', '"""'), 's'],
      [quotedStrictly('"'), 's'],
      [between("'''", "'''"), 's'],
      [quotedStrictly("'"), 's'],
      [/#.*/, 'c1'],
      [/@[^\s,.;]+/, 'na'],
      [/[+-]?(?:[0-9]+\.[0-9]*|\.?[0-9]+)E[+-]?[0-9]+/, 'mf'],
      [/[+-]?[0-9]*\.[0-9]/, 'mf'],
      [/[+-]?[0-9]+/, 'mi'],
      [/[.,;(){}[\]]|\^\^/, 'p'],
      [between('<', '>'), 'nl'],
      [/(?:base|prefix)\b/i, 'kd'],
      [/(?:GRAPH|a)\b/, 'k'],
      [/\s+/, 'w'],
      [/[^:;<>#@"().[\]{} ]*:/, 'nn'],
      [/[^:;<>#@"().[\]{} ]+/, 'n'],
    ],
  }),
});
