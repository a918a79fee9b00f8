/** `site.time`: the moment of the build as the site's zone tells it, or the one that `time:` sets. */

import type { Clock } from '../base/clock.ts';
import { parseTime } from '../base/ruby/parse-time.ts';
import { timeInZone } from '../base/ruby/time-zone.ts';
import type { RubyTime } from '../base/ruby/values.ts';
import { toText, truthy } from '../liquid/ruby-values.ts';
import type { Config } from '../model/config.ts';

/** Undefined where `time:` is set to something that is no time, which stops Jekyll. */
export function siteTime(config: Config, clock: Clock): RubyTime | undefined {
  const set = config.values.get('time');
  if (!truthy(set)) return timeInZone(clock.now, config.timeZone);
  const time = parseTime(toText(set), config.timeZone, clock.now);
  return time === undefined ? undefined : timeInZone(time.epochMs, config.timeZone, time.nanos);
}
