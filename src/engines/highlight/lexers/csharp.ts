/** C#. */
import { pop, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between, listed } from '../lexing/scanner.ts';
import { KEYWORDS, TYPES } from '../words/csharp.ts';

const name = /@?[_a-zA-Z]\w*/;

export const csharp = defineLexer({
  tag: 'csharp',
  states: () => ({
    whitespace: [
      [/\s+/, ''],
      [/\/\/.*/, 'c1'],
      [between('/*', '*/'), 'cm'],
    ],
    root: [
      'whitespace',
      [/[$]\s*"/, 's', 'interpolated'],
      [/[$]@\s*"/, 's', 'verbatim-interpolated'],
      [re()`<\[\s*(?:${name}:)?`, 'k'],
      [/\]>/, 'k'],
      [/[~!%^&*()+=|[\]{}:;,.<>/?-]/, 'p'],
      [/@"[^"]*(?:""[^"]*)*"/, 's'],
      [/"[^"\\\n]*(?:\\.[^"\\\n]*)*\\?["\n]/, 's'],
      [/'(?:\\.|.)'/, 'sc'],
      [/0x[0-9a-f]+[lu]?/i, 'm'],
      // One digit at a time, as in Rouge: neighbours become one token.
      [/[0-9](?:[.][0-9]*)?(?:e[+-][0-9]+)?[fldu]?/i, 'm'],
      [/(?:class|struct|interface)\b/, 'k', 'class'],
      [/(?:namespace|using)\b/, 'k', 'namespace'],
      [/^#[ \t]*(?:if|endif|else|elif|define|undef|line|error|warning|region|endregion|pragma)\b.*\n/, 'cp'],
      [listed(KEYWORDS), 'k'],
      [listed(TYPES), 'kt'],
      [re()`${name}(?=\s*[(])`, 'nf'],
      [name, 'n'],
    ],
    nested: [[/\{/, 'p', 'nested'], [/\}/, 'p', pop], 'root'],
    interpolated: [
      [/\\./, 's'],
      [/\{/, 'p', 'nested'],
      [/"|\n/, 's', pop],
      [/./, 's'],
    ],
    'verbatim-interpolated': [
      [/""/, 's'],
      [/\{/, 'p', 'nested'],
      [/"/, 's', pop],
      [/./, 's'],
    ],
    class: ['whitespace', [name, 'nc', pop]],
    namespace: ['whitespace', [/(?=[(])/, '', pop], [re()`(?:${name}|[.])+`, 'nn', pop]],
  }),
});
