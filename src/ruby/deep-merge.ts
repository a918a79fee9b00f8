/** Jekyll's way to merge hashes (`Utils.deep_merge_hashes`): configuration, front-matter defaults and `layout` are made by it. */

import { isHash, isNil, type RubyHash, type Value } from './values.ts';

/**
 * A new hash with the keys of `base` in their order, then those that only `over` has. Where both have a hash they are
 * merged; where `over` says nil the value of `base` stays; else `over` wins.
 */
export function deepMerge(base: RubyHash, over: RubyHash): Map<Value, Value> {
  const merged = new Map<Value, Value>(base);
  for (const [key, value] of over) {
    if (!merged.has(key)) {
      merged.set(key, value);
      continue;
    }
    const old = merged.get(key);
    if (isNil(value)) continue;
    merged.set(key, isHash(old) && isHash(value) ? deepMerge(old, value) : value);
  }
  return merged;
}
