/** How Ruby prints a value: `to_s`, `join`, `inspect`, and the name of its class. */

import { formatFloat } from './numbers/float.ts';
import { isInteger, isNumeric } from './numbers/numeric.ts';
import { civilOfTime } from './time/calendar.ts';
import { julianDay } from './time/julian-day.ts';
import { strftime } from './time/strftime.ts';
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

/** What `{{ value }}` prints: an array's members joined without a separator, nil as an empty string. */
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

/** A value as a message shows it: short, and with its kind where the text alone would be ambiguous. */
export function shown(value: Value): string {
  if (isNil(value)) return 'nil';
  if (typeof value === 'string')
    return value.length > 40 ? `${inspectText(value.slice(0, 40))}…` : inspectText(value);
  if (isArray(value)) return `a list of ${value.length} ${value.length === 1 ? 'item' : 'items'}`;
  if (isHash(value)) return `a hash of ${value.size} ${value.size === 1 ? 'key' : 'keys'}`;
  return value instanceof Drop ? 'an object' : toText(value);
}
