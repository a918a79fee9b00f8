/** The CSV Schema Language. */
import { defineLexer } from '../lexing/lexing.ts';
import { guarded } from '../lexing/scanner.ts';

export const csvs = defineLexer({
  tag: 'csvs',
  states: () => ({
    root: [
      [/\s+/, ''],
      [/\/\/[\S\t ]*/, 'c1'],
      [/\/\*[^*]*\*\//, 'cm'],
      [/(version)( )(\d+\.\d+)/, ['k', 'w', 'mf']],
      [/T?\d{2}:\d{2}:\d{2}(?:\.\d{5})?(?:Z|[-+]\d{2}:\d{2})?/, 'ld'],
      [/\d{4}-\d{2}-\d{2}|\d{2}\/\d{2}\/\d{4}/, 'ld'],
      [/(?:\d+[.]?\d*|[.]\d+)(?:e[+-]?[0-9]+)?/i, 'mf'],
      [/@\w+/, 'kp'],
      [guarded(/[-.\w]+:/, /[^-.\w]/), 'nv'],
      [/^"[^"]+"/, 'nv'],
      [/\$(?:[-.\w]+|"[^"]+")\/?/, 'nv'],
      [/[A-Z]+/i, 'k'],
      [/"[^"]*"/, 's2'],
      [/'[^\r\n\f']'/, 'sc'],
      [/[,()*]/, 'p'],
    ],
  }),
});
