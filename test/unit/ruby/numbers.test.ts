import { describe, expect, it } from 'vitest';
import {
  addDecimals,
  ceilDecimal,
  type Decimal,
  decimalToFloat,
  divideDecimals,
  floorDecimal,
  moduloDecimals,
  readDecimal,
  roundDecimal,
} from '../../../src/ruby/numbers/decimal.ts';
import { formatFloat } from '../../../src/ruby/numbers/float.ts';
import { readFloat, readInteger, strictInteger } from '../../../src/ruby/numbers/numeral.ts';
import { RubyFloat } from '../../../src/ruby/values.ts';

describe('floats are written as Ruby writes them', () => {
  it.each([
    [1, '1.0'],
    [-0, '-0.0'],
    [1e15, '1.0e+15'],
    [999_999_999_999_999, '999999999999999.0'],
    [1_000_000_000_000_000.5, '1000000000000000.5'],
    [1e100, '1.0e+100'],
    [0.0001, '0.0001'],
    [0.00001, '1.0e-05'],
    [2.5e-7, '2.5e-07'],
    [1 / 3, '0.3333333333333333'],
    [Number.POSITIVE_INFINITY, 'Infinity'],
    [Number.NaN, 'NaN'],
  ])('%d', (value, text) => {
    expect(formatFloat(value)).toBe(text);
  });
});

describe('numbers in text', () => {
  it.each([
    ['12abc', 12],
    [' -7 ', -7],
    ['1_000', 1000],
    ['x', 0],
    ['0x1A', 0],
    ['+5', 5],
    ['12345678901234567890', 12_345_678_901_234_567_890n],
  ])('to_i of %j', (text, value) => {
    expect(readInteger(text)).toBe(value);
  });

  it.each([
    ['3.5x', 3.5],
    ['1e3', new RubyFloat(1000)],
    ['.5', new RubyFloat(0)],
    ['x', new RubyFloat(0)],
  ])('to_f of %j', (text, value) => {
    expect(readFloat(text)).toEqual(value);
  });

  it.each([
    ['12', 12],
    [' 12 ', 12],
    ['0x1f', 31],
    ['017', 15],
    ['0b11', 3],
    ['1_000', 1000],
    ['-4', -4],
    ['12a', undefined],
    ['1.0', undefined],
    ['08', undefined],
    ['', undefined],
  ])('Integer(%j)', (text, value) => {
    expect(strictInteger(text)).toBe(value);
  });
});

describe('decimals', () => {
  const decimal = (text: string): Decimal => readDecimal(text)!;
  const shown = (value: Decimal) => decimalToFloat(value);

  it('add without the errors of binary', () => {
    expect(shown(addDecimals(decimal('0.1'), decimal('0.2')))).toBe(0.3);
  });

  it('divide and keep more digits than a Float', () => {
    expect(shown(divideDecimals(decimal('20'), decimal('7.0')))).toBe(20 / 7);
    expect(shown(divideDecimals(decimal('1'), decimal('300000.5')))).toBe(1 / 300_000.5);
  });

  it('take the sign of the divisor in a remainder', () => {
    expect(shown(moduloDecimals(decimal('-7.5'), decimal('2')))).toBe(0.5);
    expect(shown(moduloDecimals(decimal('7.5'), decimal('-2')))).toBe(-0.5);
  });

  it('round halves away from zero', () => {
    expect(shown(roundDecimal(decimal('2.5'), 0))).toEqual(new RubyFloat(3));
    expect(shown(roundDecimal(decimal('-2.5'), 0))).toEqual(new RubyFloat(-3));
    expect(shown(roundDecimal(decimal('1.005'), 2))).toBe(1.01);
    expect(shown(roundDecimal(decimal('155'), -1))).toEqual(new RubyFloat(160));
  });

  it('have a floor and a ceiling', () => {
    expect([floorDecimal(decimal('-1.5')), ceilDecimal(decimal('-1.5'))]).toEqual([-2n, -1n]);
  });

  it('are not made from other text', () => {
    expect(readDecimal('1.')).toBe(undefined);
    expect(readDecimal('NaN')).toBe(undefined);
  });
});
