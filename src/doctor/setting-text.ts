/** A setting of whatever type as a message shows it. */

import { isArray, isHash, type Value } from '../ruby/values.ts';

export function printValue(value: Value): string {
  if (isArray(value)) return '[…]';
  return isHash(value) ? '{…}' : String(value);
}
