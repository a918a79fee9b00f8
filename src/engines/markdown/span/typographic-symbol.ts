/** `--`, `---`, `...`, `<<`, `>>` and, escaped, `\<<`, `\>>`. */

import type { SpanState } from './state.ts';

const symbols: readonly (readonly [written: string, name: string])[] = [
  ['---', 'mdash'],
  ['--', 'ndash'],
  ['...', 'hellip'],
  ['\\<<', 'lt'],
  ['\\>>', 'gt'],
  ['<< ', 'laquo_space'],
  [' >>', 'raquo_space'],
  ['<<', 'laquo'],
  ['>>', 'raquo'],
];

const starts = new Set([...symbols].map(([written]) => written.charCodeAt(0)));

export function typographicSymbol(state: SpanState): boolean {
  if (!starts.has(state.text.charCodeAt(state.pos))) return false;
  const symbol = symbols.find(([written]) => state.text.startsWith(written, state.pos));
  if (symbol === undefined) return false;
  const [written, name] = symbol;
  if (written.startsWith('\\')) {
    const codePoint = name === 'lt' ? 60 : 62;
    state.push('entity').details = { codePoint };
    state.push('entity').details = { codePoint };
  } else state.push('typographic_sym', name);
  state.pos += written.length;
  return true;
}
