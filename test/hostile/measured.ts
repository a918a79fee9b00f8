/** All that is measured with hostile texts of growing length: the engines by their suites, and every lexer. */

import { createFinder } from '../../src/engines/highlight/find/find-lexer.ts';
import { LEXERS, LEXERS_WITH_OTHERS } from '../../src/engines/highlight/find/registry.ts';
import { highlightJsLexer } from '../../src/engines/highlight/highlight-js.ts';
import { tokensOf } from '../../src/engines/highlight/lexing/token-list.ts';
import { LEFT_TO_HIGHLIGHT_JS, NEVER_CLOSED, ONCE_QUADRATIC } from './highlight/codes.ts';
import { suites } from './suites.ts';
import type { Make } from './texts.ts';

export interface Measured {
  readonly suite: string;
  readonly name: string;
  readonly make: Make;
  readonly work: (text: string) => unknown;
  /** Of the shorter text in the quick test, in characters. */
  readonly length: number;
}

const find = createFinder();
const lex = (tag: string) => (code: string) => {
  const found = find(tag);
  if (found === undefined) throw new Error(`no lexer ${tag}`);
  return tokensOf(found.lexer, code);
};
const repeat = (begin: string, piece: string) => (length: number) =>
  begin + piece.repeat(length / piece.length);

export const MEASURED: readonly Measured[] = [
  ...Object.entries(suites).flatMap(([suite, { families, work }]) =>
    Object.entries(families).map(([name, make]) => {
      const named = (text: string): unknown => work(text, name);
      return { suite, name, make, work: named, length: 1_000 };
    }),
  ),
  ...[...LEXERS.map(({ tag }) => tag), ...Object.keys(LEXERS_WITH_OTHERS)].flatMap((tag) =>
    NEVER_CLOSED.map((piece) => ({
      suite: 'code',
      name: `${JSON.stringify(piece)} in ${tag}`,
      make: repeat('', piece),
      work: lex(tag),
      length: 1_000,
    })),
  ),
  ...ONCE_QUADRATIC.map(([tag, begin, piece]) => ({
    suite: 'code',
    name: `${JSON.stringify(begin + piece)} in ${tag}`,
    make: repeat(begin, piece),
    work: lex(tag),
    length: 4_000,
  })),
  ...LEFT_TO_HIGHLIGHT_JS.map(([tag, piece]) => ({
    suite: 'code for highlight.js',
    name: `${JSON.stringify(piece)} in ${tag}`,
    make: repeat('', piece),
    work: (code: string) => tokensOf(highlightJsLexer(tag)!.start(), code),
    length: 4_000,
  })),
];
