/** Filters for numbers: integers stay integers, and floats are computed as decimals, as Ruby's BigDecimal does. */

import { liquidMessages } from '../../../diagnostics/catalogue/engines/liquid.ts';
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
} from '../../../ruby/numbers/decimal.ts';
import { readInteger } from '../../../ruby/numbers/numeral.ts';
import { isInteger, isNumeric } from '../../../ruby/numbers/numeric.ts';
import { shown, toText } from '../../../ruby/print.ts';
import { strip } from '../../../ruby/text.ts';
import { isNil, RubyFloat, RubyTime, toRubyFloat, toRubyInteger, type Value } from '../../../ruby/values.ts';
import type { RenderContext } from '../context.ts';
import { fail } from '../errors.ts';
import { type FilterTable, filter } from '../filter.ts';

/** An Integer, or a Float as the decimal that it prints as. */
type Amount = number | bigint | Fraction;

/** Digits that a whole number may grow to. */
const mostDigits = 100_000;

export const mathFilters: FilterTable = {
  abs: filter(0, 0, (input) => {
    const value = amountOf(input);
    if (!isWhole(value)) {
      if (value.float !== undefined) return toRubyFloat(Math.abs(value.float));
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
  ceil: filter(0, 0, (input) => whole(finite(amountOf(input), 'ceil'), ceilDecimal)),
  floor: filter(0, 0, (input) => whole(finite(amountOf(input), 'floor'), floorDecimal)),
  at_least: filter(1, 1, (input, [least]) => bound(input, least, 1)),
  at_most: filter(1, 1, (input, [most]) => bound(input, most, -1)),
  to_integer: filter(0, 0, (input) => toWhole(input)),
};

/** Liquid's `Utils.to_number`. */
function amountOf(value: Value): Amount {
  if (isInteger(value)) return value;
  if (isNumeric(value)) {
    const float = Number(value instanceof RubyFloat ? value.value : value);
    const decimal = readDecimal(toText(value)) ?? { coefficient: 0n, scale: 0 };
    return Number.isFinite(float) && !Object.is(float, -0) ? decimal : { ...decimal, float };
  }
  if (typeof value !== 'string') return 0;
  if (value.length > mostDigits)
    fail(liquidMessages.limit, { where: 'a filter', what: 'computes with', limit: `${mostDigits} digits` });
  const text = strip(value);
  return (/^-?\d+\.\d+$/.test(text) ? readDecimal(text) : undefined) ?? readInteger(text);
}

/** What a Float has beyond decimals: a signed zero, infinities, NaN. */
interface Special {
  readonly float?: number;
}

type Fraction = Decimal & Special;

function fractionOf(value: Amount): Fraction {
  return isWhole(value) ? decimalOfInteger(value) : value;
}

function numberOf(value: Fraction): number {
  if (value.float !== undefined) return value.float;
  const float = decimalToFloat(value);
  return typeof float === 'number' ? float : float.value;
}

/** A Float that can be made whole; Ruby raises FloatDomainError for others. */
function finite(value: Amount, filterName: string): Amount {
  if (isWhole(value) || value.float === undefined || value.float === 0) return value;
  return fail(liquidMessages.filterInput, {
    filter: filterName,
    problem: `cannot round ${value.float} to a whole number`,
    advice: 'check the number first: it may come from a division by zero',
  });
}

function isWhole(value: Amount): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

type Operation = 'plus' | 'minus' | 'times' | 'divided_by' | 'modulo';

function reckon(left: Value, right: Value, context: RenderContext, operation: Operation): Value {
  const a = amountOf(left);
  const b = amountOf(right);
  if (isWhole(a) && isWhole(b)) return reckonWhole(a, b, context, operation);
  const x = fractionOf(a);
  const y = fractionOf(b);
  if (operation === 'modulo' && y.coefficient === 0n && y.float !== Infinity && y.float !== -Infinity)
    return fail(liquidMessages.divisionByZero, { filter: operation });
  const special = (x.float !== undefined && x.float !== 0) || (y.float !== undefined && y.float !== 0);
  const byZero = operation === 'divided_by' && y.coefficient === 0n;
  const result = special || byZero ? undefined : decimals[operation](x, y);
  if (result === undefined || (result.coefficient === 0n && operation !== 'modulo'))
    return toRubyFloat(floats[operation](numberOf(x), numberOf(y)));
  return decimalToFloat(result);
}

const decimals: Readonly<Record<Operation, (x: Decimal, y: Decimal) => Decimal>> = {
  plus: addDecimals,
  minus: subtractDecimals,
  times: multiplyDecimals,
  divided_by: divideDecimals,
  modulo: moduloDecimals,
};

/** For values that decimals lack: signed zeros, infinities. */
const floats: Readonly<Record<Operation, (x: number, y: number) => number>> = {
  plus: (x, y) => x + y,
  minus: (x, y) => x - y,
  times: (x, y) => x * y,
  divided_by: (x, y) => x / y,
  modulo: (x, y) => ((x % y) + y) % y,
};

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
    fail(liquidMessages.limit, { where: operation, what: 'produces', limit: `${mostDigits} digits` });
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
  const amount = amountOf(args.length === 0 ? 0 : args[0]);
  const digits = isWhole(amount) ? Number(amount) : Number(amount.coefficient / 10n ** BigInt(amount.scale));
  const value = amountOf(input);
  if (isWhole(value)) {
    if (digits >= 0) return value;
    if (digits < mostRounded) return 0;
    return toRubyInteger(roundDecimal(decimalOfInteger(value), digits).coefficient);
  }
  if (value.float !== undefined && digits > 0) return toRubyFloat(value.float);
  finite(value, 'round');
  const rounded = digits < mostRounded ? { coefficient: 0n, scale: 0 } : roundDecimal(value, digits);
  if (digits < 1) return toRubyInteger(floorDecimal(rounded));
  return rounded.coefficient === 0n && value.coefficient < 0n ? toRubyFloat(-0) : decimalToFloat(rounded);
}

function whole(value: Amount, cut: (decimal: Decimal) => bigint): number | bigint {
  return isWhole(value) ? value : toRubyInteger(cut(value));
}

/** The greater (`sign` 1) or lesser (-1) of two; a Float comes back as one. */
function bound(input: Value, limit: Value, sign: number): Value {
  const value = amountOf(input);
  const other = amountOf(limit);
  const x = fractionOf(other);
  const y = fractionOf(value);
  const special = x.float !== undefined || y.float !== undefined;
  const found = special ? Math.sign(numberOf(x) - numberOf(y)) : compareDecimals(x, y);
  const chosen = found === sign ? other : value;
  return isWhole(chosen) ? chosen : toRubyFloat(numberOf(chosen));
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
