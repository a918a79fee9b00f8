/** What OCaml, F#, ReasonML and ReScript have in common: literals, comments, and names behind a module's. */
import { again, pop, type Rule, re, type State } from '../lexing/lexer.ts';
import type { Written } from '../lexing/pattern.ts';

export const upperName = /[A-Z][\w']*/;

export const mlNumbers: readonly Rule<undefined>[] = [
  [/\d[\d_]*(?:[^\d_\n][\d_]*)?e[+-]?\d[\d_]*/i, 'mf'],
  [/0x[0-9a-f][0-9a-f_]*/i, 'mh'],
  [/0o[0-7][0-7_]*/i, 'mo'],
  [/0b[01][01_]*/i, 'mb'],
  [/\d[\d_]*/, 'mi'],
];

export const mlLiterals: readonly Rule<undefined>[] = [
  ...mlNumbers,
  [/'(?:\\[\\"'ntbr ]|\\[0-9]{3}|\\x[0-9a-fA-F]{2}|[.])'/, 'sc'],
  [/'/, 'k'],
  [/"/, 's2', 'string'],
];

/** The literals of ReasonML and ReScript. */
export const reasonLiterals: readonly Rule<undefined>[] = [
  ...mlNumbers,
  [/'(?:\\[\\"'ntbr ]|\\[0-9]{3}|\\x[0-9a-fA-F]{2})'/, 'sc'],
  [/'[^'/]'/, 'sc'],
  [/'/, 'k'],
  [/"/, 's2', 'string'],
];

/** The comments of ReasonML and ReScript, which nest. */
export const reasonComment: State<undefined> = [
  [/[^/*]+/, 'cm'],
  [/\/\*/, 'cm', again],
  [/\*\//, 'cm', pop],
  [/[*/]/, 'cm'],
];

/** The states `comment`, `string` and `dotted`; names that begin with a small letter and what ends a path differ. */
export function mlStates(name: Written, opening: RegExp): Record<string, State<undefined>> {
  return {
    comment: [
      [/[^(*)]+/, 'c'],
      [/[(][*]/, 'c', again],
      [/[*][)]/, 'c', pop],
      [/[(*)]/, 'c'],
    ],
    string: [
      [/[^\\"]+/, 's2'],
      [/\\(?:[\\"'ntbr]|\d{3}|x[0-9a-fA-F]{2})/, 'se'],
      [/\\\n/, 's2'],
      [/"/, 's2', pop],
    ],
    dotted: [
      [/\s+/, ''],
      [/[.]/, 'p'],
      [re()`${upperName}(?=\s*[.])`, 'nn'],
      [upperName, 'nc', pop],
      [name, 'n', pop],
      [opening, 'p', pop],
    ],
  };
}
