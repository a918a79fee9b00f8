/** Reads values out of the answers of web services, whatever they hold. */

import { isArray, isHash, type Value } from '../ruby/values.ts';

export function at(value: Value, ...keys: readonly string[]): Value {
  let found = value;
  for (const key of keys) found = isHash(found) ? found.get(key) : undefined;
  return found;
}

export function textAt(value: Value, ...keys: readonly string[]): string | undefined {
  const found = at(value, ...keys);
  return typeof found === 'string' && found.trim() !== '' ? found.trim() : undefined;
}

/** A whole number, not negative. */
export function countAt(value: Value, ...keys: readonly string[]): number | undefined {
  const found = at(value, ...keys);
  const number = typeof found === 'string' && /^\d{1,15}$/.test(found) ? Number(found) : found;
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 ? number : undefined;
}

export function listAt(value: Value, ...keys: readonly string[]): readonly Value[] {
  const found = at(value, ...keys);
  return isArray(found) ? found : [];
}

/** The object without the keys that are undefined. */
export function filled<T extends object>(record: { readonly [Key in keyof T]: T[Key] | undefined }): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}
