/** Ruby's numbers: Integer (`number` or `bigint`) and Float. */

import { RubyFloat, type Value } from '../values.ts';

export type Numeric = number | bigint | RubyFloat;

export function isNumeric(value: Value): value is Numeric {
  return typeof value === 'number' || typeof value === 'bigint' || value instanceof RubyFloat;
}

/** An Integer, as opposed to a Float. */
export function isInteger(value: Value): value is number | bigint {
  return typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value));
}
