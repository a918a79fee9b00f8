/**
 * P9: hostile texts at 64, 128, 256 and 512 kB take time by their length. Four times the length may take eight times the
 * processor time, by the medians of five runs where the first one is beyond that.
 */

import { MEASURED } from '../../hostile/measured.ts';
import { GROWTH_FLAGS, timeOf } from '../../support/growth.ts';
import { broken, type Row } from '../row.ts';

const KB = 1024;
/** A length, and four times the length. */
const PAIRS = [
  [64 * KB, 256 * KB],
  [128 * KB, 512 * KB],
] as const;
const MOST = 8;
/** Milliseconds below which times say nothing about growth. */
const MEASURABLE = 15;
const RUNS = 5;

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1]!;

/** How many times as long the longer text takes: at most `MOST` unless five runs say so. */
function growth(work: (text: string) => unknown, short: string, long: string): number {
  const quotient = (runs: number): number => {
    const times = Array.from({ length: runs }, () => [timeOf(work, short), timeOf(work, long)] as const);
    return median(times.map(([, time]) => time)) / Math.max(MEASURABLE, median(times.map(([time]) => time)));
  };
  const once = quotient(1);
  return once <= MOST ? once : quotient(RUNS);
}

export const growths: Row = {
  name: 'growth',
  promise: 'P9',
  counted: 'families at 64 to 512 kB',
  each: 1,
  weight: 60,
  limitMs: 120_000,
  flags: GROWTH_FLAGS,
  open: async () => ({
    full: MEASURED.length,
    attempt(number) {
      // a part of them is of every suite: the prime takes them from everywhere, and each one once
      const { suite, name, make, work } = MEASURED[(number * 7919) % MEASURED.length]!;
      return PAIRS.flatMap(([short, long]) => {
        const times = growth(work, make(short), make(long));
        const what = `${suite}, ${name}: ${times.toFixed(1)} times the time for four times the length`;
        return times <= MOST ? [] : [broken(what, `${short / KB} and ${long / KB} kB`)];
      });
    },
    close: () => {},
  }),
};
