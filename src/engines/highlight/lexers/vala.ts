/** Vala. */
import { pop, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { literal } from '../lexing/literal.ts';
import { between } from '../lexing/scanner.ts';
import { anyOf } from '../lexing/words.ts';
import { KEYWORDS, TYPES } from '../words/vala.ts';

export const vala = defineLexer({
  tag: 'vala',
  states: () => ({
    whitespace: [
      [/\s+/, ''],
      [/\/\/.*/, 'c1'],
      [between('/*', '*/'), 'cm'],
    ],
    root: [
      'whitespace',
      [/^\[[^\]\n]*\]/, 'na'],
      [/<\[\s*(?:@?[_a-zA-Z]\w*:)?/, 'k'],
      [/\]>/, 'k'],
      [/[~!%^&*()+=|[\]{}:;,.<>/?-]/, 'p'],
      [literal('@"', { close: '"' }), 's'],
      [/"(?:\\.|[^"\\\n])*(?:"|\\?\n)/, 's'],
      [literal('"'), 's'],
      [/'(?:\\.|.)'/, 'sc'],
      [/0x[0-9a-f]+[lu]?/i, 'm'],
      [/[0-9](?:[.][0-9]*)?(?:e[+-][0-9]+)?[fldu]?/i, 'm'],
      [re()`(?:${anyOf(KEYWORDS)})\b`, 'k'],
      [re()`(?:${anyOf(TYPES)})\b`, 'kt'],
      [/class|struct/, 'k', 'class'],
      [/namespace|using/, 'k', 'namespace'],
      [/@?[_a-zA-Z]\w*(?=\s*[(])/, 'nf'],
      [/@?[_a-zA-Z]\w*/, 'n'],
      [/#.*/, 'cp'],
    ],
    class: ['whitespace', [/@?[_a-zA-Z]\w*/, 'nc', pop]],
    namespace: ['whitespace', [/(?=[(])/, '', pop], [/(?:@?[_a-zA-Z]\w*|[.])+/, 'nn', pop]],
  }),
});
