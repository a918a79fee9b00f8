/** What loops walk over: the members of any value, from an offset up to a limit. */

import { liquidMessages } from '../../../diagnostics/catalogue/engines/liquid.ts';
import { Drop, isArray, isHash, isNil, RubyRange, type Value } from '../../../ruby/values.ts';
import { fail } from '../errors.ts';
import { checkItems, type Limits } from './limits.ts';

/** `each` of a value: an array's members, a hash's pairs, a range's integers; undefined where it has none. */
export function membersOf(
  value: Value,
  limits: Limits,
  where: string,
  most = limits.list,
): readonly Value[] | undefined {
  if (isArray(value)) return value;
  if (isHash(value)) return Array.from(value);
  if (value instanceof RubyRange) return rangeMembers(value, limits, where, most);
  if (value instanceof Drop && value.keys().length > 0)
    return value.keys().map((key) => [key, value.get(key)]);
  return undefined;
}

function rangeMembers(
  { first, last }: RubyRange,
  limits: Limits,
  where: string,
  most: number,
): readonly number[] {
  const count = last - first + 1;
  if (count <= 0) return [];
  checkItems(count, limits, where, most);
  if (!Number.isSafeInteger(last) || !Number.isSafeInteger(first))
    fail(liquidMessages.limit, { where, what: 'counts to', limit: 'the largest whole number' });
  const members = new Array<number>(count);
  for (let i = 0; i < count; i++) members[i] = first + i;
  return members;
}

/**
 * What a loop goes over: of a drop the keys alone, since `Drop#each` yields key and value and the loop's block takes one
 * argument.
 */
export function loopMembers(value: Value, limits: Limits, where: string): readonly Value[] | undefined {
  return value instanceof Drop && !value.isHash
    ? value.keys()
    : membersOf(value, limits, where, limits.items);
}

/** The part of a collection that a loop walks: a text counts as one member, nil as none. */
export function sliceOf(
  value: Value,
  from: number,
  to: number | undefined,
  limits: Limits,
  where: string,
): readonly Value[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (isNil(value)) return [];
  const members = loopMembers(value, limits, where) ?? [];
  if (from <= 0 && to === undefined) return members;
  return members.slice(Math.max(0, from), to === undefined ? undefined : Math.max(0, to));
}
