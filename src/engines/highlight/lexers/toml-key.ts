/** Finds TOML's keys as Rouge does: whatever stands unspaced, or quoted, before an equals sign. */
import { ANY, nearest, type Scanner, type Seen } from '../lexing/scanner.ts';

const SPACE = /\s/g;
const GAP = /\s*/y;

/** A key up to its equals sign, or, with `brace`, up to the brace of the inline table behind it. */
export function tomlKey(brace: boolean): Scanner {
  const sign = brace ? /=\s*\{/y : /=/y;
  const scanner: Scanner = {
    first: ANY,
    scan(text, at, seen) {
      const { found, end } = runAt(text, at, seen);
      if (end >= 0) return end;
      if (found > at) return endOf(text, found, sign);
      const quote = text.charAt(at);
      if (quote !== '"' && quote !== "'") return -1;
      const close = nearest(text, at + 1, quote, seen).found;
      return close > at + 1 && close < text.length ? endAfterGap(text, close + 1, sign) : -1;
    },
  };

  /** For the unspaced run at `at`: the end of the match when the sign follows it, else the last sign inside it. */
  function runAt(text: string, at: number, seen: Seen): { readonly found: number; readonly end: number } {
    const stop = nearest(text, at, SPACE, seen).found;
    const known = seen.get(scanner);
    if (known?.from === stop) return known;
    const unspaced = text.slice(at, stop);
    let last = unspaced.lastIndexOf('=');
    while (last > 0 && endOf(text, at + last, sign) < 0) last = unspaced.lastIndexOf('=', last - 1);
    const run = { from: stop, found: last > 0 ? at + last : -1, end: endAfterGap(text, stop, sign) };
    seen.set(scanner, run);
    return run;
  }
  return scanner;
}

function endOf(text: string, at: number, sign: RegExp): number {
  sign.lastIndex = at;
  return sign.test(text) ? sign.lastIndex : -1;
}

function endAfterGap(text: string, at: number, sign: RegExp): number {
  GAP.lastIndex = at;
  return GAP.test(text) ? endOf(text, GAP.lastIndex, sign) : -1;
}
