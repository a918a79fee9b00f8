/** `site.time`: the moment of the build as the site's zone tells it, or the one that `time:` sets. */

import type { Config } from '../model/config.ts';
import type { Clock } from '../ports/clock.ts';
import { truthy } from '../ruby/compare.ts';
import { toText } from '../ruby/print.ts';
import { parseTime } from '../ruby/time/parse-time.ts';
import { timeInZone } from '../ruby/time/time-zone.ts';
import { type TimeWitness, WatchedTime } from '../ruby/time/watched-time.ts';
import type { RubyTime } from '../ruby/values.ts';

/** For those who need no note of how closely the time is looked at. */
export const NO_WITNESS: TimeWitness = { whole: () => {}, compared: () => {} };

/** Undefined where `time:` is set to something that is no time, which stops Jekyll. */
export function siteTime(
  config: Config,
  clock: Clock,
  witness: TimeWitness = NO_WITNESS,
): RubyTime | undefined {
  const set = config.settings.time;
  if (!truthy(set)) return buildTime(config, clock, witness);
  const time = parseTime(toText(set), config.timeZone, () => {
    witness.whole();
    return clock.now;
  });
  return time === undefined ? undefined : timeInZone(time.epochMs, config.timeZone, time.nanos);
}

/** The moment of the build, whatever `time:` says. */
export function buildTime(config: Config, clock: Clock, witness: TimeWitness = NO_WITNESS): RubyTime {
  return new WatchedTime(timeInZone(clock.now, config.timeZone), witness);
}
