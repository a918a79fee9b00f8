/** String literals whose end a character may escape. */
import type { Scanner } from './scanner.ts';

export interface LiteralOptions {
  /** What ends it; `open` where not given. */
  readonly close?: string;
  /** The character that takes the next one's meaning. */
  readonly escapedBy?: string;
  /** Where it must end: on its line, on a line that escaped line ends lead to, or anywhere. */
  readonly within?: 'line' | 'escaped lines' | 'text';
}

/**
 * From `open` to the nearest `close` that is not escaped; where all are escaped, to the last one, as Ruby's
 * backtracking finds it for patterns such as `"(\\.|.)*?"`.
 */
export function literal(
  open: string,
  { close = open, escapedBy = '\\', within = 'line' }: LiteralOptions = {},
): Scanner {
  const scanner: Scanner = {
    first: open.charAt(0),
    scan(text, at, seen) {
      if (!text.startsWith(open, at)) return -1;
      const hopeless = seen.get(scanner);
      if (hopeless !== undefined && hopeless.from <= at && at < hopeless.found) return -1;
      let escaped = -1;
      let here = at + open.length;
      while (here < text.length) {
        if (text.startsWith(close, here)) return here + close.length;
        const char = text[here];
        if (char === '\n' && within !== 'text') {
          if (within === 'line' || text[here - 1] !== escapedBy) break;
        } else if (char === escapedBy && (within !== 'line' || text[here + 1] !== '\n')) {
          if (text.startsWith(close, here + 1)) escaped = here + 1;
          here++;
        }
        here++;
      }
      if (escaped >= 0) return escaped + close.length;
      seen.set(scanner, { from: at, found: Math.min(here, text.length), end: text.length });
      return -1;
    },
  };
  return scanner;
}
