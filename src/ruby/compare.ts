/** How Ruby compares values: truth, `==`, `<=>`, `eql?` and `empty?`. */

import { formatFloat } from './numbers/float.ts';
import { isNumeric, type Numeric } from './numbers/numeric.ts';
import { inspect } from './print.ts';
import { compareText } from './text.ts';
import { julianDay } from './time/julian-day.ts';
import {
  Drop,
  isArray,
  isHash,
  isNil,
  RubyDate,
  RubyFloat,
  RubyRange,
  RubyTime,
  type Value,
} from './values.ts';

/** Everything but nil and false. */
export function truthy(value: Value): boolean {
  return value !== undefined && value !== null && value !== false;
}

function plain(value: Numeric): number | bigint {
  return value instanceof RubyFloat ? value.value : value;
}

/** `==`. */
export function equal(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (isNil(a) || isNil(b)) return isNil(a) && isNil(b);
  // biome-ignore lint/suspicious/noDoubleEquals: a bigint and a number of one value are equal
  if (isNumeric(a)) return isNumeric(b) && plain(a) == plain(b);
  if (isArray(a)) return isArray(b) && a.length === b.length && a.every((item, i) => equal(item, b[i]));
  if (isHash(a)) return isHash(b) && equalHashes(a, b);
  if (a instanceof RubyTime) return b instanceof RubyTime && a.epochMs === b.epochMs && a.nanos === b.nanos;
  if (a instanceof RubyDate)
    return b instanceof RubyDate && a.year === b.year && a.month === b.month && a.day === b.day;
  if (a instanceof RubyRange) return b instanceof RubyRange && a.first === b.first && a.last === b.last;
  return false;
}

function equalHashes(a: ReadonlyMap<Value, Value>, b: ReadonlyMap<Value, Value>): boolean {
  if (a.size !== b.size) return false;
  for (const [key, value] of a) if (!b.has(key) || !equal(value, b.get(key))) return false;
  return true;
}

/** `<=>`: undefined where Ruby gives nil. */
export function order(a: Value, b: Value): number | undefined {
  if (typeof a === 'string') return typeof b === 'string' ? compareText(a, b) : undefined;
  if (isNumeric(a)) return isNumeric(b) ? orderNumbers(plain(a), plain(b)) : undefined;
  if (isArray(a)) return isArray(b) ? orderArrays(a, b) : undefined;
  if (a instanceof RubyTime && b instanceof RubyTime)
    return Math.sign(a.epochMs - b.epochMs) || Math.sign(a.nanos - b.nanos);
  if (a instanceof RubyDate && b instanceof RubyDate)
    return Math.sign(a.year - b.year) || Math.sign(a.month - b.month) || Math.sign(a.day - b.day);
  if (a instanceof RubyDate && isNumeric(b)) return orderNumbers(julianDay(a) - 0.5, plain(b));
  if (a instanceof Drop && b instanceof Drop && a !== b) return a.order(b);
  return equal(a, b) ? 0 : undefined;
}

function orderNumbers(a: number | bigint, b: number | bigint): number | undefined {
  if (a < b) return -1;
  if (a > b) return 1;
  // biome-ignore lint/suspicious/noDoubleEquals: a bigint and a number of one value are equal
  return a == b ? 0 : undefined;
}

function orderArrays(a: readonly Value[], b: readonly Value[]): number | undefined {
  const end = Math.min(a.length, b.length);
  for (let i = 0; i < end; i++) {
    const found = order(a[i], b[i]);
    if (found !== 0) return found;
  }
  return Math.sign(a.length - b.length);
}

/** Text that is equal for two values exactly where Ruby's `eql?` holds (1 and 1.0 differ): the key of `uniq` and groups. */
export function identity(value: Value): unknown {
  if (typeof value === 'string') return 's' + value;
  if (isNil(value)) return null;
  if (value instanceof RubyFloat) return 'f' + formatFloat(value.value);
  if (value instanceof RubyDate || value instanceof RubyRange) return inspect(value);
  if (value instanceof RubyTime) return `t${value.epochMs}.${value.nanos}`;
  if (isArray(value) || isHash(value)) return 'i' + identityText(value);
  return value;
}

function identityText(value: Value): string {
  if (isArray(value)) return `[${value.map(identityText).join(',')}]`;
  if (isHash(value)) {
    const pairs = Array.from(value, ([key, item]) => `${identityText(key)}=>${identityText(item)}`);
    return `{${pairs.sort().join(',')}}`;
  }
  return value instanceof Drop ? `drop ${dropNumber(value)}` : inspect(value);
}

const dropNumbers = new WeakMap<Drop, number>();
let lastDropNumber = 0;

function dropNumber(drop: Drop): number {
  let found = dropNumbers.get(drop);
  if (found === undefined) dropNumbers.set(drop, (found = ++lastDropNumber));
  return found;
}

/** `empty?`: undefined where the value has no such question. */
export function isEmpty(value: Value): boolean | undefined {
  if (typeof value === 'string') return value === '';
  if (isArray(value)) return value.length === 0;
  if (isHash(value)) return value.size === 0;
  return undefined;
}
