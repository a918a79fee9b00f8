/** Perl's quoted pieces, whose delimiters the code chooses. */
import type { State } from '../lexing/lexer.ts';
import { again, pop } from '../lexing/lexer.ts';
import { nearest, type Scanner, type Seen } from '../lexing/scanner.ts';

/** Where the next two of a delimiter are is kept apart from where the next one is. */
function has(text: string, from: number, close: string, parts: number, seen: Seen): boolean {
  const { found, end } = nearest(text, from, close, seen);
  if (found === text.length || parts === 1) return found < text.length;
  return nearest(text, end, close, seen, `second ${close}`).found < text.length;
}

/**
 * From `open`, whose group is the delimiter unless `close` says it, over so many parts that each end in the delimiter, and
 * the flags behind them. Where too few delimiters are unescaped, Ruby's backtracking ends at the last one of the text.
 */
export function delimited(
  first: string,
  open: RegExp,
  flags: RegExp,
  { close, parts = 1 }: { readonly close?: string; readonly parts?: number } = {},
): Scanner {
  return {
    first,
    scan(text, at, seen) {
      open.lastIndex = at;
      const match = open.exec(text);
      if (match === null) return -1;
      const mark = close ?? match[1] ?? '';
      if (!has(text, open.lastIndex, mark, parts, seen)) return -1;
      flags.lastIndex = endOf(text, open.lastIndex, mark, parts);
      return flags.test(text) ? flags.lastIndex : -1;
    },
  };
}

function endOf(text: string, from: number, mark: string, parts: number): number {
  let left = parts;
  for (let at = from; at < text.length; at++) {
    if (text.startsWith(mark, at)) {
      if (--left === 0) return at + mark.length;
    } else if (text[at] === '\\' && (text[at + 1] === '\\' || text.startsWith(mark, at + 1))) at++;
  }
  return text.lastIndexOf(mark) + mark.length;
}

/** The state of a string whose brackets nest. */
export function nesting(open: string, close: string): State<undefined> {
  return [
    [new RegExp(`\\\\[\\${open}\\${close}\\\\]`), 'sx'],
    [/\\/, 'sx'],
    [new RegExp(`\\${open}`), 'sx', again],
    [new RegExp(`\\${close}`), 'sx', pop],
    [new RegExp(`[^\\${open}\\${close}\\\\]+`), 'sx'],
  ];
}
