/** Public: values as templates read them. */

import { Drop, isArray, isHash, isNil, type Value } from '../../ruby/values.ts';

/** `value.key` of a template: nil for what has no keys. */
export function read(value: Value, ...keys: readonly string[]): Value {
  let found = value;
  for (const key of keys) {
    if (found instanceof Drop || isHash(found)) found = found.get(key);
    else return undefined;
  }
  return found;
}

/** Ruby's truth: all but nil and false. */
export function isTruthy(value: Value): boolean {
  return !isNil(value) && value !== false;
}

/** The elements of an array; none for anything else. */
export function elements(value: Value): readonly Value[] {
  return Array.isArray(value) ? value : [];
}

/** `blank?` of ActiveSupport: nil, false, white space, and what is empty. */
export function isBlank(value: Value): boolean {
  return (
    value === false ||
    isNilOrEmpty(value) ||
    (typeof value === 'string' && /^[\p{White_Space}]*$/u.test(value))
  );
}

/** `blank?` of csl-ruby: nil, and what is empty. */
export function isNilOrEmpty(value: Value): boolean {
  if (isArray(value)) return value.length === 0;
  return isNil(value) || value === '' || (isHash(value) && value.size === 0);
}

export { deepMerge } from '../../ruby/deep-merge.ts';
export { toHash, toValue } from '../../ruby/from-json.ts';
export { transliterate } from '../../ruby/slugify.ts';
// what a page's data may hold besides JSON's types
export { isHash, RubyDate, RubyFloat, type RubyHash, RubyTime, type Value } from '../../ruby/values.ts';
