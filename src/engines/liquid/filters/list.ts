/** Liquid's filters for lists: joining, picking, mapping. */

import { liquidMessages } from '../../../diagnostics/catalogue/engines/liquid.ts';
import { identity, isEmpty, truthy } from '../../../ruby/compare.ts';
import { isInteger } from '../../../ruby/numbers/numeric.ts';
import { joined, shown, timeAsList, toText } from '../../../ruby/print.ts';
import { sortAsRuby } from '../../../ruby/sort.ts';
import { characterCount } from '../../../ruby/text.ts';
import { Drop, isArray, isHash, isNil, RubyRange, RubyTime, type Value } from '../../../ruby/values.ts';
import type { RenderContext } from '../context.ts';
import { fail } from '../errors.ts';
import { integerSize } from '../expression/lookup.ts';
import { type FilterTable, filter } from '../filter.ts';
import { membersOf } from '../render/collection.ts';
import { checkItems, checkLength } from '../render/limits.ts';

export const listFilters: FilterTable = {
  size: filter(0, 0, (input) => sizeOf(input)),
  first: filter(0, 0, (input) => firstOf(input)),
  last: filter(0, 0, (input) => lastOf(input)),
  join: filter(0, 1, (input, [glue = ' '], context) => {
    const items = itemsOf(input, context, 'join');
    const separator = toText(glue);
    checkLength(items.length * separator.length, context.limits, 'join');
    return joined(items, separator);
  }),
  reverse: filter(0, 0, (input, _, context) => itemsOf(input, context, 'reverse').toReversed()),
  concat: filter(1, 1, (input, [other], context) => {
    if (!isArray(other))
      return fail(liquidMessages.filterInput, {
        filter: 'concat',
        problem: `needs a list to add, but got ${shown(other)}`,
        advice: 'make a list first with `| split: ","`, or use `| push:` to add one item',
      });
    const items = itemsOf(input, context, 'concat');
    checkItems(items.length + other.length, context.limits, 'concat');
    return items.concat(other);
  }),
  map: filter(1, 1, (input, [property], context) => mapItems(input, property, context)),
  compact: filter(0, 1, (input, args, context) => {
    const items = itemsOf(input, context, 'compact');
    const [property] = args;
    if (args.length === 0 || isNil(property)) return items.filter((item) => !isNil(item));
    return pick(items, property, 'compact', (value) => !isNil(value));
  }),
  uniq: filter(0, 1, (input, args, context) => {
    const items = itemsOf(input, context, 'uniq');
    if (items.length < 2) return items;
    const [property] = args;
    const seen = new Set<unknown>();
    const isNew = (value: Value): boolean => {
      const key = identity(value);
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    };
    return args.length === 0 || isNil(property) ? items.filter(isNew) : pick(items, property, 'uniq', isNew);
  }),
  sort_natural: filter(0, 1, (input, args, context) => {
    const items = itemsOf(input, context, 'sort_natural');
    const [property] = args;
    if (args.length === 0 || isNil(property)) return sortAsRuby(items, orderByLetters);
    if (!items.every((item) => hasBrackets(item))) return null;
    if (items.length < 2) return items;
    const keyed = items.map((item) => [elementOf(item, property, 'sort_natural'), item] as const);
    return sortAsRuby(keyed, ([a], [b]) => orderByLetters(a, b)).map(([, item]) => item);
  }),
  default: filter(0, 2, (input, args) => {
    const [given = '', last] = args;
    const options = isHash(last) ? last : undefined;
    const absent = truthy(options?.get('allow_false')) ? isNil(input) : !truthy(input);
    return absent || isEmpty(input) === true ? given : input;
  }),
};

/** What Liquid's list filters walk over: nested arrays flat, a hash as one item, anything else as a list of itself. */
export function itemsOf(input: Value, context: RenderContext, where: string): readonly Value[] {
  if (isArray(input)) return input.some(isArray) ? flat(input, context, where) : input;
  if (isNil(input)) return [];
  if (isHash(input)) return [input];
  if (input instanceof RubyTime) return timeAsList(input);
  return membersOf(input, context.limits, where) ?? [input];
}

function flat(values: readonly Value[], context: RenderContext, where: string): Value[] {
  const items: Value[] = [];
  const walk = (list: readonly Value[]): void => {
    for (const value of list) {
      if (isArray(value)) walk(value);
      else items.push(value);
    }
    checkItems(items.length, context.limits, where);
  };
  walk(values);
  return items;
}

function sizeOf(input: Value): number {
  if (typeof input === 'string') return characterCount(input);
  if (isArray(input)) return input.length;
  if (isHash(input)) return input.size;
  if (input instanceof Drop && input.isHash) return input.keys().length;
  if (input instanceof RubyRange) return Math.max(0, input.last - input.first + 1);
  return isInteger(input) ? integerSize(input) : 0;
}

function firstOf(input: Value): Value {
  if (isArray(input)) return input[0];
  if (input instanceof RubyRange) return input.first;
  if (isHash(input)) for (const pair of input) return pair;
  if (input instanceof Drop) {
    const [key] = input.keys();
    return key === undefined ? null : [key, input.get(key)];
  }
  return null;
}

function lastOf(input: Value): Value {
  if (isArray(input)) return input.at(-1);
  return input instanceof RubyRange ? input.last : null;
}

/** Whether Ruby's value has `[]`. */
function hasBrackets(value: Value): boolean {
  return (
    typeof value === 'string' || isInteger(value) || isArray(value) || isHash(value) || value instanceof Drop
  );
}

/** `item[property]`, where the item has brackets; a mistake where they don't take such a key. */
export function elementOf(item: Value, property: Value, filterName: string): Value {
  if (isHash(item)) return item.get(property);
  if (item instanceof Drop) return item.get(toText(property));
  if (typeof item === 'string') {
    if (typeof property === 'string') return item.includes(property) ? property : null;
    if (isInteger(property)) return Array.from(item).at(Number(property)) ?? null;
  }
  if (isInteger(property)) {
    if (isArray(item)) return item.at(Number(property));
    if (isInteger(item)) return Number((BigInt(item) >> BigInt(property)) & 1n);
  }
  return fail(liquidMessages.filterInput, {
    filter: filterName,
    problem: `cannot read \`${toText(property)}\` of ${shown(item)}`,
    advice: 'pass a list of objects that have this field',
  });
}

function mapItems(input: Value, property: Value, context: RenderContext): Value {
  return itemsOf(input, context, 'map').map((item) => {
    if (property === 'to_liquid') return item;
    return hasBrackets(item) ? elementOf(item, property, 'map') : null;
  });
}

/** Items whose property passes; nil where an item can have none, as Ruby's filters return. */
function pick(
  items: readonly Value[],
  property: Value,
  where: string,
  passes: (value: Value) => boolean,
): Value {
  const kept: Value[] = [];
  for (const item of items) {
    if (!hasBrackets(item)) return null;
    if (passes(elementOf(item, property, where))) kept.push(item);
  }
  return kept;
}

/** Without regard to the case of ASCII letters; nil last. */
function orderByLetters(a: Value, b: Value): number {
  if (isNil(a) || isNil(b)) return isNil(a) ? 1 : -1;
  const left = lowerAscii(toText(a));
  const right = lowerAscii(toText(b));
  return left < right ? -1 : left > right ? 1 : 0;
}

function lowerAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
