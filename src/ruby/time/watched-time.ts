/** The time of a build as a value that records how precisely it was read. */

import { RubyTime } from '../values.ts';

/** Records how precisely the time of the build was read. */
export interface TimeWitness {
  /** The whole moment: the result holds for this moment only. */
  whole(): void;
  /** Whether it is before another moment, in whole seconds: the result holds until that moment. */
  compared(withMs: number): void;
}

export class WatchedTime extends RubyTime {
  /** The same moment, not recorded. */
  readonly plain: RubyTime;
  readonly witness: TimeWitness;

  constructor(time: RubyTime, witness: TimeWitness) {
    super(time.epochMs, time.offset, time.zone, time.nanos, time.utc);
    this.plain = time;
    this.witness = witness;
    for (const key of ['epochMs', 'nanos', 'offset', 'zone', 'utc'] as const) {
      Object.defineProperty(this, key, {
        enumerable: true,
        get: () => {
          witness.whole();
          return time[key];
        },
      });
    }
  }
}

/** Whether a moment, in whole seconds, lies after the build's (-1, 0 or 1 as in a sort). */
export function compareWithBuild(moment: RubyTime, build: RubyTime): number {
  if (build instanceof WatchedTime) build.witness.compared(moment.epochMs);
  const now = build instanceof WatchedTime ? build.plain : build;
  return Math.sign(Math.floor(moment.epochMs / 1000) - Math.floor(now.epochMs / 1000));
}

/** The moment without recording, for callers that record their own reads. */
export function unwatched(time: RubyTime): RubyTime {
  return time instanceof WatchedTime ? time.plain : time;
}
