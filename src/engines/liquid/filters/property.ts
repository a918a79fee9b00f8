/** How Jekyll's list filters read a field of an item, and how they match it. */

import { liquidMessages } from '../../../diagnostics/catalogue/engines/liquid.ts';
import { readFloat, readInteger } from '../../../ruby/numbers/numeral.ts';
import { isInteger } from '../../../ruby/numbers/numeric.ts';
import { joined, shown, timeAsList, toText } from '../../../ruby/print.ts';
import { Drop, isArray, isHash, isNil, RubyRange, RubyTime, type Value } from '../../../ruby/values.ts';
import { fail } from '../errors.ts';
import { WordLiteral } from '../expression/word-literal.ts';

const integerLike = /^[ \t\n\v\f\r]*-?\d+[ \t\n\v\f\r]*$/;
const floatLike = /^[ \t\n\v\f\r]*-?(?:\d+\.?\d*|\.\d+)[ \t\n\v\f\r]*$/;

/** Jekyll's `item_property`: a field, or fields within fields (`a.b`); text that looks like a number becomes one. */
export function propertyOf(item: Value, property: Value, filterName: string): Value {
  const name = toText(property);
  const value = name.includes('.')
    ? name.split('.').reduce<Value>((data, key) => nested(data, key, filterName), item)
    : fieldOf(item, name, filterName);
  return numbered(value);
}

/** The same in Jekyll 3: no text becomes a number, and a field of nothing ends the render. */
export function rawPropertyOf(item: Value, property: Value, filterName: string): Value {
  const name = toText(property);
  return name.split('.').reduce<Value>((data, key) => fieldOf(data, key, filterName), item);
}

function numbered(value: Value): Value {
  if (typeof value !== 'string') return value;
  if (value.length > 400) return value;
  if (integerLike.test(value)) return readInteger(value);
  return floatLike.test(value) ? readFloat(value) : value;
}

function nested(data: Value, key: string, filterName: string): Value {
  if (isNil(data) || typeof data === 'boolean') return false;
  return isArray(data) || isHash(data) || data instanceof Drop || typeof data === 'string' || isInteger(data)
    ? fieldOf(data, key, filterName)
    : false;
}

function fieldOf(item: Value, name: string, filterName: string): Value {
  if (isHash(item)) return item.get(name);
  if (item instanceof Drop) return item.get(name);
  if (typeof item === 'string') return item.includes(name) ? name : null;
  return fail(liquidMessages.filterInput, {
    filter: filterName,
    problem: `cannot read \`${name}\` of ${shown(item)}`,
    advice: 'pass a list of objects that have this field',
  });
}

/** Whether a field is what `where` and `find` look for: equal as text, or a list that holds it. */
export function matches(value: Value, target: Value): boolean {
  if (isNil(target)) return isNil(value);
  if (target instanceof WordLiteral)
    return (
      value === '' ||
      isNil(value) ||
      (isArray(value) && joined(value, '') === '') ||
      (isHash(value) && value.size === 0)
    );
  const text = toText(target);
  if (typeof value === 'string') return value === text;
  if (isNil(value)) return false;
  if (value instanceof RubyTime) return timeAsList(value).some((item) => toText(item) === text);
  if (isArray(value)) return value.some((item) => toText(item) === text);
  if (isHash(value)) return Array.from(value).some((pair) => toText(pair) === text);
  if (value instanceof RubyRange) {
    const wanted = Number(text);
    return Number.isInteger(wanted) && wanted >= value.first && wanted <= value.last;
  }
  return toText(value) === text;
}
