/** VHDL 2008. */
import { defineLexer } from '../lexing/lexing.ts';
import { classify } from '../lexing/words.ts';
import { KEYWORDS, OPERATORS, TYPES } from '../words/vhdl.ts';

const kind = classify([
  ['k', KEYWORDS],
  ['kt', TYPES],
  ['ow', OPERATORS],
]);

export const vhdl = defineLexer({
  tag: 'vhdl',
  states: () => ({
    root: [
      [/\s+/, ''],
      [/--.*/, 'c1'],
      [/-?\d+/, 'mi'],
      [/[box]?"[^"]*"/i, 's1'],
      [/'[^']?'/, 'sc'],
      [/'[a-zA-Z][a-zA-Z0-9_]*/, 'na'],
      [/[(),:;]/, 'p'],
      [/(?:true|false|null)\b/i, 'nb'],
      [/[a-zA-Z][a-zA-Z0-9_]*/, (lexing) => lexing.token(kind(lexing.matched.toLowerCase()) ?? 'n')],
      [/\?\/=|=>|\*\*|\/=|>=|<=|<>|\?\?|\?=|\?>|\?<|<<|>>|[#&'*+,\-./:<=>?@^]/, 'o'],
    ],
  }),
});
