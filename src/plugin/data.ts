/** Turns what plugins write in JavaScript's own types into the values that templates see. */

import {
  Drop,
  RubyDate,
  RubyFloat,
  type RubyHash,
  RubyRange,
  RubyTime,
  toRubyInteger,
  type Value,
} from '../base/ruby/values.ts';

/** A hash of an object's own enumerable keys, in their order. */
export function toHash(data: Readonly<Record<string, unknown>>): RubyHash {
  return new Map<Value, Value>(Object.entries(data).map(([key, value]) => [key, toValue(value)]));
}

/** The value of anything that JSON can hold, of a `Date`, or of one of Ruby's values; a function or symbol is a mistake. */
export function toValue(data: unknown): Value {
  if (data === null || data === undefined) return undefined;
  switch (typeof data) {
    case 'boolean':
    case 'string':
      return data;
    case 'bigint':
      return toRubyInteger(data);
    case 'number':
      return Number.isInteger(data) ? toRubyInteger(data) : data;
    case 'object':
      return toCompound(data);
    default:
      throw new TypeError(`a page's data can't hold a ${typeof data}`);
  }
}

function toCompound(data: object): Value {
  if (Array.isArray(data)) return data.map(toValue);
  if (data instanceof Map)
    return new Map<Value, Value>(Array.from(data, ([key, value]) => [toValue(key), toValue(value)]));
  if (data instanceof Drop || data instanceof RubyTime || data instanceof RubyDate) return data;
  if (data instanceof RubyFloat || data instanceof RubyRange) return data;
  if (data instanceof Date) return new RubyTime(data.getTime(), 0, 'UTC');
  return new Map<Value, Value>(Object.entries(data).map(([key, value]) => [key, toValue(value)]));
}
