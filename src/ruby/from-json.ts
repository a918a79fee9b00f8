/** Plain JavaScript data as Ruby values: contexts of `renderLiquid`, data of plugins' pages. */

import { Drop, RubyDate, RubyFloat, RubyRange, RubyTime, toRubyInteger, type Value } from './values.ts';

/** Objects become hashes in the order of their keys, Dates times in UTC; what Ruby has no equivalent for becomes nil. */
export function toValue(data: unknown): Value {
  switch (typeof data) {
    case 'string':
    case 'boolean':
      return data;
    case 'bigint':
      return toRubyInteger(data);
    case 'number':
      return Number.isInteger(data) ? toRubyInteger(data) : data;
    case 'object':
      return data === null ? null : objectValue(data);
    default:
      return null;
  }
}

/** A plain object as a hash of values. */
export function toHash(data: Readonly<Record<string, unknown>>): Map<Value, Value> {
  return new Map(Object.entries(data).map(([key, item]) => [key, toValue(item)]));
}

function objectValue(data: object): Value {
  if (Array.isArray(data)) return data.map(toValue);
  if (data instanceof Map) return new Map(Array.from(data, ([key, item]) => [toValue(key), toValue(item)]));
  if (data instanceof Date) return new RubyTime(data.getTime(), 0, 'UTC', 0, true);
  if (
    data instanceof Drop ||
    data instanceof RubyFloat ||
    data instanceof RubyDate ||
    data instanceof RubyTime ||
    data instanceof RubyRange
  )
    return data;
  return toHash(Object.fromEntries(Object.entries(data)));
}
