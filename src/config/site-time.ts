/** `site.time`: the moment of the build as the site's zone tells it, or the one that `time:` sets. */

import type { Clock } from '../base/clock.ts';
import { parseTime } from '../base/ruby/parse-time.ts';
import { timeInZone } from '../base/ruby/time-zone.ts';
import type { RubyTime } from '../base/ruby/values.ts';
import { type TimeWitness, WatchedTime } from '../base/ruby/watched-time.ts';
import { toText, truthy } from '../liquid/ruby-values.ts';
import type { Config } from '../model/config.ts';

/** For those who need no note of how closely the time is looked at. */
export const NO_WITNESS: TimeWitness = { whole: () => {}, compared: () => {} };

/** Undefined where `time:` is set to something that is no time, which stops Jekyll. */
export function siteTime(
  config: Config,
  clock: Clock,
  witness: TimeWitness = NO_WITNESS,
): RubyTime | undefined {
  const set = config.values.get('time');
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
