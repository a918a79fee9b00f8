/** Vala. */
import { pop, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { literal } from '../lexing/literal.ts';
import { between, listed } from '../lexing/scanner.ts';

const KEYWORDS = `
  abstract as async base break case catch const construct continue default delegate delete do dynamic else
  ensures enum errordomain extern false finally for foreach get global if in inline interface internal is
  lock new null out override owned private protected public ref requires return set signal sizeof static
  switch this throw throws true try typeof unowned var value virtual void weak while yield
`;
const TYPES = `
  bool char double float int int8 int16 int32 int64 long short size_t ssize_t string unichar uint uint8
  uint16 uint32 uint64 ulong ushort
`;
const name = /@?[_a-z]\w*/i;

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
      [re('i')`<\[\s*(?:${name}:)?`, 'k'],
      [/\]>/, 'k'],
      [/[~!%^&*()+=|[\]{}:;,.<>/?-]/, 'p'],
      [literal('@"', { close: '"' }), 's'],
      // ends with its line at the latest
      [/"(?:\\.|[^"\\\n])*(?:"|\\?\n|\\")/, 's'],
      [/'(?:\\.|.)'/, 'sc'],
      [/0x[0-9a-f]+[lu]?/i, 'm'],
      [/[0-9](?:[.][0-9]*)?(?:e[+-][0-9]+)?[fldu]?/i, 'm'],
      [listed(KEYWORDS), 'k'],
      [listed(TYPES), 'kt'],
      [/class|struct/, 'k', 'class'],
      [/namespace|using/, 'k', 'namespace'],
      [re('i')`${name}(?=\s*[(])`, 'nf'],
      [name, 'n'],
      [/#.*/, 'cp'],
    ],
    class: ['whitespace', [name, 'nc', pop]],
    namespace: ['whitespace', [/(?=[(])/, '', pop], [re('i')`(?:${name}|[.])+`, 'nn', pop]],
  }),
});
