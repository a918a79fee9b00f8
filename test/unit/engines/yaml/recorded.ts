/** Values in the form in which they are recorded from Ruby, one text for each type. */

import { toText } from '../../../../src/ruby/print.ts';
import { RubyDate, RubyFloat, RubyTime, type Value } from '../../../../src/ruby/values.ts';

/** `s:text`, `i:1`, `f:1.0`, `d:2020-01-02`, `t:seconds.nanos offset`; hashes as pairs in their order. */
export function recorded(value: Value): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') return `s:${value}`;
  if (typeof value === 'bigint') return `i:${value}`;
  if (typeof value === 'number') return (Number.isInteger(value) ? 'i:' : 'f:') + toText(value);
  if (value instanceof RubyFloat) return `f:${toText(value)}`;
  if (value instanceof RubyDate) return `d:${toText(value)}`;
  if (value instanceof RubyTime) {
    const seconds = Math.floor(value.epochMs / 1000);
    return `t:${seconds}.${(value.epochMs - seconds * 1000) * 1_000_000 + value.nanos} ${value.offset}`;
  }
  if (Array.isArray(value)) return value.map(recorded);
  if (value instanceof Map) return { h: [...value].map(([key, item]) => [recorded(key), recorded(item)]) };
  throw new Error('not a value that is read');
}
