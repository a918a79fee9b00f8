/** Which documents a site shows: Jekyll's `Publisher`. */

import type { Config } from '../../model/config.ts';
import { compareWithBuild } from '../../ruby/time/watched-time.ts';
import type { RubyHash, RubyTime } from '../../ruby/values.ts';
import { isTrue } from '../context.ts';

/** Pages and posts: `published` must not be nil or false, unless all are wanted. */
export function canBePublished(data: RubyHash, config: Config): boolean {
  return !data.has('published') || isTrue(data.get('published')) || config.settings.unpublished;
}

/** Documents of collections: only a plain `published: false` hides one. */
export function isPublished(data: RubyHash, config: Config): boolean {
  return data.get('published') !== false || config.settings.unpublished;
}

/** Whether a date, in whole seconds, lies after the build's. */
export function isHiddenInFuture(date: RubyTime, now: RubyTime, config: Config): boolean {
  if (config.settings.future) return false;
  return compareWithBuild(date, now) > 0;
}
