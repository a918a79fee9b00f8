/** Exact decimal arithmetic, as Ruby's BigDecimal does it for Liquid's floats: `0.1 + 0.2` is `0.3`. */

import { type RubyFloat, toRubyFloat } from '../values.ts';

/** `coefficient × 10^-scale`. */
export interface Decimal {
  readonly coefficient: bigint;
  readonly scale: number;
}

/** Digits that a division is carried to: more than a double can distinguish. */
const divisionDigits = 40;

const pattern = /^[-+]?(\d+)(?:\.(\d+))?(?:e([-+]?\d+))?$/i;

/** Reads `12`, `-1.5`, `1.0e+20`; undefined for anything else. */
export function readDecimal(text: string): Decimal | undefined {
  const found = pattern.exec(text);
  if (found === null) return undefined;
  const [, whole = '', part = '', exponent = '0'] = found;
  const coefficient = BigInt(whole + part) * (text.startsWith('-') ? -1n : 1n);
  const scale = part.length - Number(exponent);
  return scale < 0 ? { coefficient: coefficient * 10n ** BigInt(-scale), scale: 0 } : { coefficient, scale };
}

export function decimalOfInteger(value: number | bigint): Decimal {
  return { coefficient: BigInt(value), scale: 0 };
}

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = aligned(a, b);
  return { coefficient: x + y, scale };
}

export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = aligned(a, b);
  return { coefficient: x - y, scale };
}

export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  return { coefficient: a.coefficient * b.coefficient, scale: a.scale + b.scale };
}

/** The divisor must not be zero. */
export function divideDecimals(a: Decimal, b: Decimal): Decimal {
  const [x, y] = aligned(a, b);
  const size = String(y).length - String(x).length;
  const scale = divisionDigits + Math.max(0, size);
  return { coefficient: (x * 10n ** BigInt(scale)) / y, scale };
}

/** The remainder with the divisor's sign. */
export function moduloDecimals(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = aligned(a, b);
  const rest = x % y;
  return { coefficient: rest !== 0n && rest < 0n !== y < 0n ? rest + y : rest, scale };
}

export function compareDecimals(a: Decimal, b: Decimal): number {
  const [x, y] = aligned(a, b);
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Rounds to `digits` after the point (before it, where negative), halves away from zero. */
export function roundDecimal(value: Decimal, digits: number): Decimal {
  if (digits >= value.scale) return value;
  const unit = 10n ** BigInt(value.scale - digits);
  const size = value.coefficient < 0n ? -value.coefficient : value.coefficient;
  const rounded = (size + unit / 2n) / unit;
  const signed = value.coefficient < 0n ? -rounded : rounded;
  return digits < 0
    ? { coefficient: signed * 10n ** BigInt(-digits), scale: 0 }
    : { coefficient: signed, scale: digits };
}

export function floorDecimal(value: Decimal): bigint {
  const unit = 10n ** BigInt(value.scale);
  const quotient = value.coefficient / unit;
  return value.coefficient < 0n && value.coefficient % unit !== 0n ? quotient - 1n : quotient;
}

export function ceilDecimal(value: Decimal): bigint {
  return -floorDecimal({ coefficient: -value.coefficient, scale: value.scale });
}

/** The nearest Float. */
export function decimalToFloat(value: Decimal): number | RubyFloat {
  return toRubyFloat(Number(`${value.coefficient}e${-value.scale}`));
}

function aligned(a: Decimal, b: Decimal): [x: bigint, y: bigint, scale: number] {
  if (a.scale === b.scale) return [a.coefficient, b.coefficient, a.scale];
  return a.scale > b.scale
    ? [a.coefficient, b.coefficient * 10n ** BigInt(a.scale - b.scale), a.scale]
    : [a.coefficient * 10n ** BigInt(b.scale - a.scale), b.coefficient, b.scale];
}
