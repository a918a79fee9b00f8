/** Records what a build makes of the time of day: while another time would give the same, its result holds. */

import { timeInZone } from '../ruby/time/time-zone.ts';
import type { TimeWitness } from '../ruby/time/watched-time.ts';
import { formattedFingerprint } from './fingerprint-value.ts';
import type { Resolvers } from './nodes.ts';
import type { Reading } from './readings.ts';

export class TimeRecorder implements TimeWitness {
  #isMoment = false;
  #compared: number[] = [];
  readonly #printed = new Map<string, string>();

  /** Something depends on the very moment. */
  whole(): void {
    this.#isMoment = true;
  }

  /** Something depends on whether the time is before another moment. */
  compared(withMs: number): void {
    this.#compared.push(withMs);
  }

  /** Something depends on what the time prints by a format. */
  printed(format: string, text: string): void {
    this.#printed.set(format, text);
  }

  /** Records a reading of the time that a stored result depends on. */
  repeat({ node, fingerprint }: Reading): void {
    if (node.kind === 'formattedNow' || node.kind === 'formattedSiteTime')
      this.printed(node.format, fingerprint);
    else this.whole();
  }

  /** Whether something depends on the very moment `nowMs` or on what it prints. */
  get isMoment(): boolean {
    return this.#isMoment;
  }

  /** From when (included) until when (excluded) comparisons come out as they did at `nowMs`; in milliseconds since the epoch. */
  bounds(nowMs: number): { readonly from: number; readonly until: number } {
    const second = Math.floor(nowMs / 1000);
    let from = Number.NEGATIVE_INFINITY;
    let until = Number.POSITIVE_INFINITY;
    for (const each of this.#compared) {
      const other = Math.floor(each / 1000);
      if (other > second) until = Math.min(until, other * 1000);
      else {
        from = Math.max(from, (other < second ? other + 1 : other) * 1000);
        if (other === second) until = Math.min(until, (other + 1) * 1000);
      }
    }
    return { from, until };
  }

  /** As readings of the build. */
  readings(nowMs: number): readonly Reading[] {
    if (this.#isMoment) return [{ node: { kind: 'now' }, fingerprint: String(nowMs) }];
    const { from, until } = this.bounds(nowMs);
    const bounds = { from: boundText(from), until: boundText(until) };
    return [
      ...(bounds.from === '' && bounds.until === ''
        ? []
        : [{ node: { kind: 'timeWithin', ...bounds } as const, fingerprint: 'true' }]),
      ...Array.from(this.#printed, ([format, fingerprint]) => ({
        node: { kind: 'formattedNow', format } as const,
        fingerprint,
      })),
    ];
  }
}

/** For a build at `nowMs`. */
export function timeResolvers(nowMs: number, zone: string): Resolvers<'now' | 'formattedNow' | 'timeWithin'> {
  return {
    now: () => String(nowMs),
    formattedNow: ({ format }) => formattedFingerprint(timeInZone(nowMs, zone), format),
    timeWithin: ({ from, until }) =>
      String((from === '' || nowMs >= Number(from)) && (until === '' || nowMs < Number(until))),
  };
}

function boundText(ms: number): string {
  return Number.isFinite(ms) ? String(ms) : '';
}
