/** Cypher, the query language of Neo4j. */
import { again, pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { quoted } from '../lexing/scanner.ts';
import { classify } from '../lexing/words.ts';
import { FUNCTIONS, KEYWORDS, PREDICATES } from '../words/cypher.ts';

const called = classify([
  ['nf', FUNCTIONS],
  ['k', KEYWORDS],
]);
const kind = classify([
  ['ow', PREDICATES],
  ['k', KEYWORDS],
]);

export const cypher = defineLexer({
  tag: 'cypher',
  states: () => ({
    root: [
      [/\s+/, ''],
      [/\/\/.*/, 'c1'],
      [/\/\*/, 'cm', 'comment'],
      [/[*+<>=&|~%^-]/, 'o'],
      [/[{}),;[\]]/, 'ss'],
      [/(\w+)(:)(\s*)(-?[._\d]+)/, ['nl', 'dl', 'w', 'm']],
      [/(\w+)(\s*)(\()/, (lexing) => lexing.groups(called(lexing.group(1).toUpperCase()) ?? 'n', 'w', 'ss')],
      [/:\w+/, 'nc'],
      [/(-?\d+)(\.\.)(-?\d+)/, ['m', 'o', 'm']],
      [/(?:\d+\.\d*|\d*\.\d+)(?:e[+-]?\d+)?/i, 'mf'],
      [/\d+e[+-]?\d+/i, 'mf'],
      [/0[0-7]+/, 'mo'],
      [/0x[a-f0-9]+/i, 'mh'],
      [/\d+/, 'mi'],
      [/[.\w]+:/, 'py'],
      [/\(/, 'ss'],
      [/[.\w$]+/, (lexing) => lexing.token(kind(lexing.matched.toUpperCase()) ?? 'n')],
      [quoted('"'), 's2'],
      [quoted("'"), 's1'],
      [quoted('`'), 'sb'],
    ],
    comment: [
      [/\/\*/, 'cm', again],
      [/\*\//, 'cm', pop],
      [/[^/*]+/, 'cm'],
      [/[/*]/, 'cm'],
    ],
  }),
});
