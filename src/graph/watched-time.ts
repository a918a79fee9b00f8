/** The time of the build as templates see it: whoever looks at more of it than its text by a format rests on all of it. */

import { RubyTime } from '../base/ruby/values.ts';

export class WatchedTime extends RubyTime {
  /** The same moment, to be read without notice. */
  readonly plain: RubyTime;

  constructor(time: RubyTime, onRead: () => void) {
    super(time.epochMs, time.offset, time.zone, time.nanos, time.utc);
    this.plain = time;
    for (const key of ['epochMs', 'nanos', 'offset', 'zone', 'utc'] as const) {
      Object.defineProperty(this, key, {
        enumerable: true,
        get: () => {
          onRead();
          return time[key];
        },
      });
    }
  }
}
