/** Fingerprints of Ruby's values: equal for what templates can't tell apart. A drop counts by what it stands for, not by what it holds. */

import { fingerprint } from '../base/hash.ts';
import { strftime } from '../ruby/time/strftime.ts';
import { WatchedTime } from '../ruby/time/watched-time.ts';
import {
  Drop,
  isArray,
  isHash,
  RubyDate,
  RubyFloat,
  type RubyRange,
  RubyTime,
  type Value,
} from '../ruby/values.ts';
import { TrackedMap } from './tracked-map.ts';

const known = new WeakMap<object, string | undefined>();

/** Undefined where a drop in it stands for nothing that lasts beyond a build. */
export function fingerprintValue(value: Value): string | undefined {
  if (typeof value === 'string') return value.length < 40 ? `"${value}` : `#${fingerprint(value)}`;
  if (typeof value !== 'object' || value === null) return written(value);
  if (value instanceof Drop) return value.identity();
  // what is read of those is noted apart
  if (value instanceof TrackedMap) return 'tracked';
  if (value instanceof WatchedTime) return 'watched';
  if (!isArray(value) && !isHash(value)) return written(value);
  if (known.has(value)) return known.get(value);
  const text = written(value);
  const found = text === undefined ? undefined : fingerprint(text);
  known.set(value, found);
  return found;
}

/** A text that says everything of a value; texts carry their length, so that none can pass for a structure. */
function written(value: Value): string | undefined {
  if (value === null || value === undefined) return 'nil';
  switch (typeof value) {
    case 'string':
      return `"${value.length}:${value}`;
    case 'number':
      return Object.is(value, -0) ? '-0' : `${value}`;
    case 'boolean':
      return `${value}`;
    case 'bigint':
      return `${value}n`;
  }
  if (isArray(value)) return membersText(value, '[', ']');
  if (isHash(value)) return membersText(pairsOf(value), '{', '}');
  return objectText(value);
}

/** Of Ruby's own objects. */
function objectText(value: Drop | RubyFloat | RubyTime | RubyDate | RubyRange): string | undefined {
  if (value instanceof Drop) return value.identity();
  if (value instanceof RubyFloat) return `f${Object.is(value.value, -0) ? '-0' : value.value}`;
  if (value instanceof RubyTime)
    return `t${value.epochMs}.${value.nanos}.${value.offset}.${value.zone}.${value.utc}`;
  if (value instanceof RubyDate) return `d${value.year}-${value.month}-${value.day}`;
  return `r${value.first}..${value.last}`;
}

function membersText(members: Iterable<Value>, start: string, end: string): string | undefined {
  const parts: string[] = [];
  for (const item of members) {
    const part = nested(item);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  return start + parts.join() + end;
}

function* pairsOf(hash: ReadonlyMap<Value, Value>): Generator<Value> {
  for (const [key, item] of hash) {
    yield key;
    yield item;
  }
}

/** Long lists of drops are met again and again: their members are short anyway. */
function nested(value: Value): string | undefined {
  return isArray(value) || isHash(value) ? fingerprintValue(value) : written(value);
}

/** Of the keys of a hash, in their order. */
export function keysFingerprint(hash: ReadonlyMap<Value, Value>): string {
  return fingerprint([...hash.keys()].join('\n'));
}

/** Of what a moment prints by a format. */
export function formattedFingerprint(time: RubyTime, pattern: string): string {
  try {
    return strftime(time, pattern);
  } catch {
    return 'refused';
  }
}
