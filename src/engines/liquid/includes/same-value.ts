/** Whether a template could distinguish two values: what an include has read, and what it would read now. */

import { isArray, RubyDate, RubyFloat, RubyRange, RubyTime, type Value } from '../../../ruby/values.ts';

/** Members up to which lists and hashes are compared one by one; longer ones are made once a build. */
const most = 32;
/** How deep lists and hashes are compared. */
const deepest = 4;

/** Texts and numbers by value, drops by identity, short lists and plain hashes by their members. */
export function sameValue(a: unknown, b: unknown, depth = 0): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (isList(a)) return isList(b) && sameLists(a, b, depth);
  const kind = Object.getPrototypeOf(a);
  // a subclass may record reads
  if (Object.getPrototypeOf(b) !== kind) return false;
  if (kind === Map.prototype) return sameHashes(a as Hash, b as Hash, depth);
  if (kind === RubyFloat.prototype) return Object.is((a as RubyFloat).value, (b as RubyFloat).value);
  if (kind === RubyRange.prototype || kind === RubyDate.prototype || kind === RubyTime.prototype)
    return sameFields(a, b);
  return false;
}

type Hash = ReadonlyMap<Value, Value>;

function isList(value: object): value is readonly Value[] {
  return isArray(value as Value);
}

function sameLists(a: readonly Value[], b: readonly Value[], depth: number): boolean {
  if (a.length !== b.length || a.length > most || depth >= deepest) return false;
  return a.every((item, at) => sameValue(item, b[at], depth + 1));
}

/** With their order, which templates see. */
function sameHashes(a: Hash, b: Hash, depth: number): boolean {
  if (a.size !== b.size || a.size > most || depth >= deepest) return false;
  const others = b.entries();
  for (const [key, item] of a) {
    const [otherKey, other] = others.next().value!;
    if (!sameValue(key, otherKey, depth + 1) || !sameValue(item, other, depth + 1)) return false;
  }
  return true;
}

/** Values that are nothing but their fields. */
function sameFields(a: object, b: object): boolean {
  const others = new Map(Object.entries(b));
  return Object.entries(a).every(([key, item]) => Object.is(item, others.get(key)));
}
