/** One step of a look-up: what a key gives on an object, by Ruby Liquid's rules. */

import { isInteger } from '../../../ruby/numbers/numeric.ts';
import { characterCount } from '../../../ruby/text.ts';
import { Drop, isArray, RubyRange, type Value } from '../../../ruby/values.ts';

/** What `lookUp` returns where there is nothing: nil, or a mistake under `strict_variables`. */
export const missing: unique symbol = Symbol('missing');

/** `object[key]`; `command` says that the key was written after a dot and may ask for `size`, `first` or `last`. */
export function lookUp(object: Value, key: Value, command: boolean): Value | typeof missing {
  if (object === null || object === undefined) return missing;
  if (object instanceof Map) {
    const value = object.get(key);
    if (value !== undefined || object.has(key)) return value;
    if (command) {
      if (key === 'size') return object.size;
      if (key === 'first') return firstPair(object);
    }
    return isInteger(key) ? null : missing;
  }
  if (isArray(object)) {
    if (typeof key === 'number' && Number.isInteger(key)) return object.at(key);
    return command ? commandOn(object, key, object.length) : missing;
  }
  if (object instanceof Drop) {
    if (typeof key !== 'string') return null;
    return object.get(key) ?? missing;
  }
  if (!command) return missing;
  if (object instanceof RubyRange) return commandOnRange(object, key);
  if (key !== 'size') return missing;
  if (typeof object === 'string') return characterCount(object);
  return isInteger(object) ? integerSize(object) : missing;
}

function firstPair(hash: ReadonlyMap<Value, Value>): Value {
  for (const pair of hash) return pair;
  return null;
}

function commandOn(values: readonly Value[], key: Value, size: number): Value | typeof missing {
  if (key === 'size') return size;
  return key === 'first' ? values[0] : values[size - 1];
}

function commandOnRange(range: RubyRange, key: Value): Value | typeof missing {
  if (key === 'size') return Math.max(0, range.last - range.first + 1);
  return key === 'first' ? range.first : range.last;
}

/** `Integer#size`: the bytes that it takes. */
export function integerSize(value: number | bigint): number {
  if (typeof value === 'number') return 8;
  const bits = (value < 0n ? -value - 1n : value).toString(2).length;
  return bits < 63 ? 8 : Math.ceil(bits / 64) * 8;
}
