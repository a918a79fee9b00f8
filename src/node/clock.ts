/** The port to time on Node: *now* is read once, from `SOURCE_DATE_EPOCH` where that is set. */

import type { Clock } from '../ports/clock.ts';
import type { Env } from '../ports/env.ts';

/** A clock whose *now* is the moment of this call, or `SOURCE_DATE_EPOCH` (whole seconds) where it holds a number. */
export function createClock(env: Env): Clock {
  const epoch = env.get('SOURCE_DATE_EPOCH');
  return {
    now: epoch !== undefined && /^\d+$/.test(epoch) ? Number(epoch) * 1000 : Date.now(),
    // `performance` would be loaded for this alone.
    elapsed: () => Number(process.hrtime.bigint()) / 1e6,
  };
}
