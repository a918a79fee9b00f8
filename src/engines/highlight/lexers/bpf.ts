/** BPF's bytecode, as compilers and bpftool print it. */
import { pop, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { guarded } from '../lexing/scanner.ts';

/** Where a jump goes: an offset, a label, or both. Its groups are five. */
const jump = String.raw`(goto)(\s*)(?:(\+\d+)(\s*))?(<?\w+>?)`;
const compared = String.raw`(if)(\s+)([rw]\d+)(\s*)([s!=<>]+)(\s*)`;
const comparedBy = ['k', 'w', 'n', 'w', 'o', 'w'] as const;
const jumpBy = ['k', 'w', 'mi', 'w', 'nl'] as const;

export const bpf = defineLexer({
  tag: 'bpf',
  states: () => ({
    root: [
      [/(\d+)(:)(\s+)(\([0-9a-f]{2}\))/i, ['gl', 'p', 'w', 'g']],
      [/(\d+)(:)(\s+)((?:[0-9a-f]{2} ){8})/i, ['gl', 'p', 'w', 'g']],
      [/(\d+)(:)(\s+)/, ['gl', 'p', 'w']],
      [/(call)(\s+)(\d+)/i, ['k', 'w', 'mi']],
      [/(call)(\s+)(\w+)(#)(\d+)/i, ['k', 'w', 'nb', 'p', 'mi']],
      [{ source: jump, flags: 'i' }, jumpBy],
      [re('i')`${compared}(0x[0-9a-f]+|-?\d+)(\s*)${jump}`, [...comparedBy, 'm', 'w', ...jumpBy]],
      [re('i')`${compared}([rw]\d+)(\s*)${jump}`, [...comparedBy, 'n', 'w', ...jumpBy]],
      [/(\*)(\s*)(\()(u8|u16|u32|u64|ll)(\s*)(\*)(\))/i, ['o', 'w', 'p', 'kt', 'w', 'o', 'p'], 'address'],
      [/[+-/*&|><^s]{0,3}=/i, 'o'],
      [/([+-]?)([rw]\d+)/i, ['p', 'n']],
      [/\/\//, 'c1', 'line-comment'],
      [/\/\*/, 'cm', 'comment'],
      [/be16|be32|be64|exit|lock|map/i, 'k'],
      [/(0x[0-9a-f]+|-?\d+)(\s*)(ll)?/i, ['m', 'w', 'kt']],
      [guarded(/(\w+)(\s*)(ll)/i, /\W/), ['n', 'w', 'kt']],
      [guarded(/(\w+)(\s*)(:)/, /\W/), ['nl', 'w', 'p']],
      [/[\s\S]/, ''],
    ],
    address: [
      [/(\()([rw]\d+)(\s*)([+-])(\s*)(\d+)(\))/i, ['p', 'n', 'w', 'o', 'w', 'mi', 'p'], pop],
      [guarded(/(\w+)(\[)(\d+)(\])/, /\W/), ['n', 'p', 'mi', 'p'], pop],
      [guarded(/(\w+)(\[)([rw]\d+)(\])/i, /\W/), ['n', 'p', 'n', 'p'], pop],
    ],
    'line-comment': [
      [/\n/, 'c1', pop],
      [/.+/, 'c1'],
    ],
    comment: [
      [/\*\//, 'cm', pop],
      [/[^*/]+|[*/]/, 'cm'],
    ],
  }),
});
