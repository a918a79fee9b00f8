/** What a build made of the time of day: as long as it would make the same of another time, its result holds. */

import { timeInZone } from '../ruby/time/time-zone.ts';
import type { TimeWitness } from '../ruby/time/watched-time.ts';
import { formattedFingerprint } from './fingerprint-value.ts';

/** Plain data, times in milliseconds since the epoch. */
export interface TimeReads {
  /** The time of the build. */
  readonly nowMs: number;
  /** Something hangs on the very moment. */
  readonly whole: boolean;
  /** Comparisons with other moments come out the same from here (included); undefined where there is no bound. */
  readonly fromMs?: number;
  /** … up to here (excluded). */
  readonly untilMs?: number;
  /** What was printed of it, by format. */
  readonly printed: readonly (readonly [format: string, text: string])[];
}

export interface TimeTrace extends TimeWitness {
  /** A reading that stored results have, too: `T`, `N`, or `t` or `n` and a format. */
  node(node: string, text: string): void;
  reads(nowMs: number): TimeReads;
}

export function createTimeTrace(): TimeTrace {
  let whole = false;
  let from = Number.NEGATIVE_INFINITY;
  let until = Number.POSITIVE_INFINITY;
  const compared: number[] = [];
  const printed = new Map<string, string>();
  const trace: TimeTrace = {
    whole() {
      whole = true;
    },
    compared: (withMs) => void compared.push(withMs),
    node(node, text) {
      const [kind, format] = node.split('\0');
      if (format === undefined || (kind !== 't' && kind !== 'n')) whole = true;
      else printed.set(format, text);
    },
    reads(nowMs) {
      const second = Math.floor(nowMs / 1000);
      for (const each of compared) {
        const other = Math.floor(each / 1000);
        if (other > second) until = Math.min(until, other * 1000);
        else {
          from = Math.max(from, (other < second ? other + 1 : other) * 1000);
          if (other === second) until = Math.min(until, (other + 1) * 1000);
        }
      }
      return {
        nowMs,
        whole,
        ...(Number.isFinite(from) ? { fromMs: from } : {}),
        ...(Number.isFinite(until) ? { untilMs: until } : {}),
        printed: [...printed],
      };
    },
  };
  return trace;
}

/** Whether a build at `nowMs` would make the same of its time. */
export function isSameTime(reads: TimeReads, nowMs: number, zone: string): boolean {
  if (nowMs === reads.nowMs) return true;
  if (reads.whole || nowMs < (reads.fromMs ?? nowMs) || nowMs >= (reads.untilMs ?? Number.POSITIVE_INFINITY))
    return false;
  return reads.printed.every(
    ([format, text]) => formattedFingerprint(timeInZone(nowMs, zone), format) === text,
  );
}
