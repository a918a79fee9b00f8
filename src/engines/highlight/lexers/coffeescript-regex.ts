/** A regular expression of CoffeeScript between slashes. */
import type { Scanner, Seen } from '../lexing/scanner.ts';

const PLAIN = /(?:\\[^\n]|[^[/\\\n])*/y;
const SET = /\[(?:\\[^\n]|[^\]\\\n])*/y;
const END = /\/(?:[gimy]+(?![\p{L}\p{M}\p{N}\p{Pc}])|(?![\p{L}\p{M}\p{N}\p{Pc}]))/uy;

/** The brackets from which no expression ends, by text: an attempt that comes to one of them goes the same way. */
const hopeless = new WeakMap<Seen, Set<number>>();

/** Where a set of characters that is never closed was given up: sets that begin before have no end either. */
const unclosed = {};

function endOfSet(text: string, at: number, seen: Seen): number {
  if (at < (seen.get(unclosed)?.found ?? 0)) return -1;
  SET.lastIndex = at;
  SET.test(text);
  const end = SET.lastIndex;
  if (text.charAt(end) === ']') return end + 1;
  seen.set(unclosed, { from: at, found: end, end });
  return -1;
}

export const slashed: Scanner = {
  first: '/',
  scan(text, at, seen) {
    const known = hopeless.get(seen) ?? new Set<number>();
    hopeless.set(seen, known);
    const sets: number[] = [];
    let end = at + 1;
    for (;;) {
      PLAIN.lastIndex = end;
      PLAIN.test(text);
      end = PLAIN.lastIndex;
      if (text.charAt(end) !== '[') break;
      const next = known.has(end) ? -1 : endOfSet(text, end, seen);
      sets.push(end);
      if (next < 0) break;
      end = next;
    }
    END.lastIndex = end;
    if (end > at + 1 && END.test(text)) return END.lastIndex;
    for (const set of sets) known.add(set);
    return -1;
  },
};
