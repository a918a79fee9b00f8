/** Ruby's rules for values in templates: how they print, compare, sort and count as true. One place for all of them. */

import { formatFloat } from '../../ruby/float.ts';
import { compareText } from '../../ruby/text.ts';
import { civilOfTime, daysFromCivil } from '../../ruby/time/calendar.ts';
import { strftime } from '../../ruby/time/strftime.ts';
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
} from '../../ruby/values.ts';

/** Everything but nil and false. */
export function truthy(value: Value): boolean {
  return value !== undefined && value !== null && value !== false;
}

/** What `{{ value }}` prints: arrays joined without anything between, nil as nothing. */
export function printed(value: Value): string {
  if (typeof value === 'string') return value;
  return isArray(value) ? joined(value, '') : toText(value);
}

/** `to_s`. */
export function toText(value: Value): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      return Number.isInteger(value) ? String(value) : formatFloat(value);
    case 'bigint':
    case 'boolean':
      return String(value);
    default:
      if (isNil(value)) return '';
      if (value instanceof RubyFloat) return formatFloat(value.value);
      if (value instanceof RubyDate) return strftime(value, '%Y-%m-%d');
      if (value instanceof RubyTime) return timeText(value);
      if (value instanceof RubyRange) return `${value.first}..${value.last}`;
      if (value instanceof Drop) return value.print() ?? inspect(value);
      return inspect(value);
  }
}

function timeText(time: RubyTime): string {
  return strftime(time, time.utc ? '%Y-%m-%d %H:%M:%S UTC' : '%Y-%m-%d %H:%M:%S %z');
}

/** `Array#join`: nested arrays are joined with the same glue. */
export function joined(values: readonly Value[], glue: string): string {
  let text = '';
  let first = true;
  for (const value of values) {
    if (first) first = false;
    else text += glue;
    text += isArray(value) ? joined(value, glue) : toText(value);
  }
  return text;
}

/** `inspect`: the value as Ruby source. */
export function inspect(value: Value): string {
  if (isNil(value)) return 'nil';
  if (typeof value === 'string') return inspectText(value);
  if (isArray(value)) return `[${value.map(inspect).join(', ')}]`;
  if (isHash(value)) {
    const pairs = Array.from(value, ([key, item]) => `${inspect(key)}=>${inspect(item)}`);
    return `{${pairs.join(', ')}}`;
  }
  if (value instanceof RubyDate) return inspectDate(value);
  if (value instanceof RubyTime) {
    const digits = String((((value.epochMs % 1000) + 1000) % 1000) * 1_000_000 + value.nanos).padStart(
      9,
      '0',
    );
    const fraction = digits.replace(/0+$/, '');
    const format = `%Y-%m-%d %H:%M:%S${fraction === '' ? '' : '.' + fraction}`;
    return strftime(value, value.utc ? `${format} UTC` : `${format} %z`);
  }
  if (value instanceof Drop) return value.print() ?? inspectDrop(value);
  return toText(value);
}

function inspectDrop(drop: Drop): string {
  return `{${drop
    .keys()
    .map((key) => `${inspectText(key)}=>${inspect(drop.get(key))}`)
    .join(', ')}}`;
}

function inspectDate(date: RubyDate): string {
  return `#<Date: ${toText(date)} ((${julianDay(date)}j,0s,0n),+0s,2299161j)>`;
}

function julianDay(date: RubyDate): number {
  return daysFromCivil(date.year, date.month, date.day) + 2_440_588;
}

const escapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\f': '\\f',
  '\v': '\\v',
  '\b': '\\b',
  '\u0007': '\\a',
  '\u001b': '\\e',
};
const escaped = /["\\]|#(?=[{$@])|[\p{Cc}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]/gu;

function inspectText(text: string): string {
  const body = text.replace(escaped, (character) => {
    if (character === '#') return '\\#';
    const short = escapes[character];
    if (short !== undefined) return short;
    const code = character.codePointAt(0)!;
    const hex = code.toString(16).toUpperCase();
    return code > 0xffff ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`;
  });
  return `"${body}"`;
}

export type Numeric = number | bigint | RubyFloat;

export function isNumeric(value: Value): value is Numeric {
  return typeof value === 'number' || typeof value === 'bigint' || value instanceof RubyFloat;
}

/** An Integer, as opposed to a Float. */
export function isInteger(value: Value): value is number | bigint {
  return typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value));
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

/** `Time#to_a`, which is what lists are made of where Ruby is asked for the list of a time. */
export function timeAsList(time: RubyTime): readonly Value[] {
  const { second, minute, hour, day, month, year, weekDay, yearDay } = civilOfTime(time);
  return [
    second,
    minute,
    hour,
    day,
    month,
    year,
    weekDay,
    yearDay,
    false,
    time.utc ? 'UTC' : (time.zone ?? null),
  ];
}

/** Ruby's class of a value, as its messages name it. */
export function className(value: Value): string {
  if (isNil(value)) return 'nil';
  if (typeof value === 'string') return 'String';
  if (typeof value === 'boolean') return String(value);
  if (isInteger(value)) return 'Integer';
  if (isNumeric(value)) return 'Float';
  if (isArray(value)) return 'Array';
  if (isHash(value)) return 'Hash';
  if (value instanceof RubyTime) return 'Time';
  if (value instanceof RubyDate) return 'Date';
  return value instanceof RubyRange ? 'Range' : 'Drop';
}

/** A value as a message shows it: short, and with its kind where the text alone would not tell. */
export function shown(value: Value): string {
  if (isNil(value)) return 'nil';
  if (typeof value === 'string')
    return value.length > 40 ? `${inspectText(value.slice(0, 40))}…` : inspectText(value);
  if (isArray(value)) return `a list of ${value.length} ${value.length === 1 ? 'item' : 'items'}`;
  if (isHash(value)) return `a hash of ${value.size} ${value.size === 1 ? 'key' : 'keys'}`;
  return value instanceof Drop ? 'an object' : toText(value);
}

/** `empty?`: undefined where the value has no such question. */
export function isEmpty(value: Value): boolean | undefined {
  if (typeof value === 'string') return value === '';
  if (isArray(value)) return value.length === 0;
  if (isHash(value)) return value.size === 0;
  return undefined;
}
