/** The time of a build, told apart from all other moments: whoever looks at it leaves a note of how closely. */

import { RubyTime } from '../values.ts';

/** Who is told how closely the time of the build was looked at. */
export interface TimeWitness {
  /** All of it: what comes of it holds for this moment alone. */
  whole(): void;
  /** Whether it is before another moment, in whole seconds: what comes of it holds until that moment has come. */
  compared(withMs: number): void;
}

export class WatchedTime extends RubyTime {
  /** The same moment, to be read without notice. */
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

/** The time without its watch, for those that note by themselves what they make of it. */
export function unwatched(time: RubyTime): RubyTime {
  return time instanceof WatchedTime ? time.plain : time;
}
