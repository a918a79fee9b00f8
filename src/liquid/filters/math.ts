/** Filters for numbers: integers stay integers, and floats reckon in decimals as Ruby's BigDecimal does. */

import { liquidMessages } from '../../base/catalogue/liquid.ts';
import {
  addDecimals,
  ceilDecimal,
  compareDecimals,
  type Decimal,
  decimalOfInteger,
  decimalToFloat,
  divideDecimals,
  floorDecimal,
  moduloDecimals,
  multiplyDecimals,
  readDecimal,
  roundDecimal,
  subtractDecimals,
} from '../../base/ruby/decimal.ts';
import { readInteger } from '../../base/ruby/numeral.ts';
import { strip } from '../../base/ruby/text.ts';
import { isNil, RubyFloat, RubyTime, toRubyInteger, type Value } from '../../base/ruby/values.ts';
import type { RenderContext } from '../context.ts';
import { fail } from '../errors.ts';
import { type FilterTable, filter } from '../filter.ts';
import { isInteger, isNumeric, shown, toText } from '../ruby-values.ts';

/** An Integer, or a Float as the decimal that it prints as. */
type Amount = number | bigint | Decimal;

/** Digits that a whole number may grow to. */
const mostDigits = 100_000;

export const mathFilters: FilterTable = {
  abs: filter(0, 0, (input) => {
    const value = amountOf(input, 'abs');
    if (!isWhole(value)) {
      const { coefficient, scale } = value;
      return decimalToFloat({ coefficient: coefficient < 0n ? -coefficient : coefficient, scale });
    }
    return value < 0 ? toRubyInteger(-BigInt(value)) : value;
  }),
  plus: filter(1, 1, (a, [b], context) => reckon(a, b, context, 'plus')),
  minus: filter(1, 1, (a, [b], context) => reckon(a, b, context, 'minus')),
  times: filter(1, 1, (a, [b], context) => reckon(a, b, context, 'times')),
  divided_by: filter(1, 1, (a, [b], context) => reckon(a, b, context, 'divided_by')),
  modulo: filter(1, 1, (a, [b], context) => reckon(a, b, context, 'modulo')),
  round: filter(0, 1, (input, args) => round(input, args)),
  ceil: filter(0, 0, (input) => whole(amountOf(input, 'ceil'), ceilDecimal)),
  floor: filter(0, 0, (input) => whole(amountOf(input, 'floor'), floorDecimal)),
  at_least: filter(1, 1, (input, [least]) => bound(input, least, 'at_least', 1)),
  at_most: filter(1, 1, (input, [most]) => bound(input, most, 'at_most', -1)),
  to_integer: filter(0, 0, (input) => toWhole(input)),
};

/** Liquid's `Utils.to_number`. */
function amountOf(value: Value, filterName: string): Amount {
  if (isInteger(value)) return value;
  if (isNumeric(value)) {
    return (
      readDecimal(toText(value)) ??
      fail(liquidMessages.filterInput, {
        filter: filterName,
        problem: `can't reckon with ${toText(value)}`,
        advice: 'check the number before it is used',
      })
    );
  }
  if (typeof value !== 'string') return 0;
  const text = strip(value);
  return (/^-?\d+\.\d+$/.test(text) ? readDecimal(text) : undefined) ?? readInteger(value);
}

function decimalOf(value: Amount): Decimal {
  return isWhole(value) ? decimalOfInteger(value) : value;
}

function isWhole(value: Amount): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

type Operation = 'plus' | 'minus' | 'times' | 'divided_by' | 'modulo';

function reckon(left: Value, right: Value, context: RenderContext, operation: Operation): Value {
  const a = amountOf(left, operation);
  const b = amountOf(right, operation);
  if (isWhole(a) && isWhole(b)) return reckonWhole(a, b, context, operation);
  const x = decimalOf(a);
  const y = decimalOf(b);
  switch (operation) {
    case 'plus':
      return decimalToFloat(addDecimals(x, y));
    case 'minus':
      return decimalToFloat(subtractDecimals(x, y));
    case 'times':
      return decimalToFloat(multiplyDecimals(x, y));
    default:
      if (y.coefficient === 0n) return fail(liquidMessages.divisionByZero, { filter: operation });
      return decimalToFloat(operation === 'modulo' ? moduloDecimals(x, y) : divideDecimals(x, y));
  }
}

function reckonWhole(
  a: number | bigint,
  b: number | bigint,
  context: RenderContext,
  operation: Operation,
): number | bigint {
  if (typeof a === 'number' && typeof b === 'number') {
    const quick = reckonSmall(a, b, operation);
    if (quick !== undefined) return quick;
  }
  const x = BigInt(a);
  const y = BigInt(b);
  let result: bigint;
  if (operation === 'plus') result = x + y;
  else if (operation === 'minus') result = x - y;
  else if (operation === 'times') result = x * y;
  else {
    const rest = x % y;
    const crosses = rest !== 0n && rest < 0n !== y < 0n;
    result = operation === 'modulo' ? (crosses ? rest + y : rest) : x / y - (crosses ? 1n : 0n);
  }
  if (result > tooMuch || result < -tooMuch)
    fail(liquidMessages.limit, { where: operation, what: 'makes', limit: `${mostDigits} digits` });
  context.deadline.step(operation);
  return toRubyInteger(result);
}

const tooMuch = 1n << BigInt(Math.floor(mostDigits * Math.log2(10)));

/** The result where it stays in the range of exact numbers. */
function reckonSmall(a: number, b: number, operation: Operation): number | undefined {
  let result: number;
  if (operation === 'plus') result = a + b;
  else if (operation === 'minus') result = a - b;
  else if (operation === 'times') result = a * b;
  else {
    if (b === 0) return fail(liquidMessages.divisionByZero, { filter: operation });
    const rest = a % b;
    const crosses = rest !== 0 && rest < 0 !== b < 0;
    result = operation === 'modulo' ? (crosses ? rest + b : rest) : (a - rest) / b - (crosses ? 1 : 0);
  }
  return Number.isSafeInteger(result) ? result + 0 : undefined;
}

/** Where rounding before the point leaves nothing. */
const mostRounded = -2000;

function round(input: Value, args: readonly Value[]): Value {
  const given = args.length === 0 ? 0 : args[0];
  const amount = amountOf(given, 'round');
  const digits = isWhole(amount) ? Number(amount) : Number(amount.coefficient / 10n ** BigInt(amount.scale));
  const value = amountOf(input, 'round');
  if (isWhole(value)) {
    if (digits >= 0) return value;
    if (digits < mostRounded) return 0;
    return toRubyInteger(roundDecimal(decimalOfInteger(value), digits).coefficient);
  }
  const rounded = digits < mostRounded ? { coefficient: 0n, scale: 0 } : roundDecimal(value, digits);
  return digits < 1 ? toRubyInteger(floorDecimal(rounded)) : decimalToFloat(rounded);
}

function whole(value: Amount, cut: (decimal: Decimal) => bigint): number | bigint {
  return isWhole(value) ? value : toRubyInteger(cut(value));
}

/** The greater (`sign` 1) or lesser (-1) of two; a Float comes back as one. */
function bound(input: Value, limit: Value, filterName: string, sign: number): Value {
  const value = amountOf(input, filterName);
  const other = amountOf(limit, filterName);
  const chosen = compareDecimals(decimalOf(other), decimalOf(value)) === sign ? other : value;
  return isWhole(chosen) ? chosen : decimalToFloat(chosen);
}

/** Jekyll's `to_integer`. */
function toWhole(input: Value): Value {
  if (input === true) return 1;
  if (input === false || isNil(input)) return 0;
  if (typeof input === 'string') return readInteger(input);
  if (isInteger(input)) return input;
  if (isNumeric(input)) {
    const plain = Number(input instanceof RubyFloat ? input.value : input);
    if (Number.isFinite(plain)) return toRubyInteger(BigInt(Math.trunc(plain)));
  }
  if (input instanceof RubyTime) return Math.floor(input.epochMs / 1000);
  return fail(liquidMessages.notAnInteger, { where: 'to_integer', value: shown(input) });
}
