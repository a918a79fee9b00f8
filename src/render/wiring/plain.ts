/** Values as JavaScript's own types, for options of libraries and engines. */

import { isArray, isHash, RubyFloat, type Value } from '../../ruby/values.ts';

/** Hashes become objects without a prototype, so that no key means anything. Dates and drops stay as they are. */
export function toPlain(value: Value): unknown {
  if (value instanceof RubyFloat) return value.value;
  if (isArray(value)) return value.map(toPlain);
  if (!isHash(value)) return value;
  const plain: Record<string, unknown> = Object.create(null);
  for (const [key, item] of value) plain[String(key)] = toPlain(item);
  return plain;
}
