/** JSON as Ruby's generator writes it: `jsonify`, and what a drop prints. */

import { liquidMessages } from '../../../diagnostics/catalogue/engines/liquid.ts';
import { isNumeric } from '../../../ruby/numbers/numeric.ts';
import { toText } from '../../../ruby/print.ts';
import { Drop, isArray, isHash, isNil, RubyFloat, type Value } from '../../../ruby/values.ts';
import { fail } from '../errors.ts';

/** How deep values may nest; Ruby's own limit. */
const deepest = 100;

/** `to_json`; with an indent of two spaces where `pretty`. */
export function toJson(value: Value, pretty = false): string {
  return write(value, 0, pretty);
}

function write(value: Value, depth: number, pretty: boolean): string {
  if (depth > deepest) fail(liquidMessages.filterInput, tooDeep);
  if (isNil(value)) return 'null';
  if (typeof value === 'string') return writeText(value);
  if (typeof value === 'boolean') return String(value);
  if (isNumeric(value)) return writeNumber(value);
  if (isArray(value))
    return enclose(
      '[',
      ']',
      value.map((item) => write(item, depth + 1, pretty)),
      depth,
      pretty,
    );
  if (isHash(value)) return writePairs(value, depth, pretty);
  if (value instanceof Drop) {
    const pairs = value.json(depth);
    return pairs === undefined ? writeText(toText(value)) : writePairs(pairs, depth, pretty);
  }
  return writeText(toText(value));
}

const tooDeep = {
  filter: 'jsonify',
  problem: `got values nested more than ${deepest} levels deep`,
  advice: 'pass only the part that you need',
};

function writePairs(pairs: Iterable<readonly [Value, Value]>, depth: number, pretty: boolean): string {
  const written = Array.from(
    pairs,
    ([key, value]) => `${writeText(toText(key))}${pretty ? ': ' : ':'}${write(value, depth + 1, pretty)}`,
  );
  return enclose('{', '}', written, depth, pretty);
}

function enclose(
  open: string,
  close: string,
  parts: readonly string[],
  depth: number,
  pretty: boolean,
): string {
  if (parts.length === 0) return open + close;
  if (!pretty) return open + parts.join(',') + close;
  const indent = '\n' + '  '.repeat(depth);
  return `${open}${indent}  ${parts.join(`,${indent}  `)}${indent}${close}`;
}

function writeNumber(value: number | bigint | RubyFloat): string {
  const plain = value instanceof RubyFloat ? value.value : value;
  if (typeof plain === 'number' && !Number.isFinite(plain))
    fail(liquidMessages.filterInput, {
      filter: 'jsonify',
      problem: `cannot write ${toText(value)}`,
      advice: 'replace it first: JSON has no such number',
    });
  return toText(value);
}

const short: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

function writeText(text: string): string {
  const body = text.replace(
    /["\\\u0000-\u001f]/g,
    (character) => short[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `"${body}"`;
}
