/** Numbers out of text as Ruby's `to_i`, `to_f` and `Integer()` read them. */

import { type RubyFloat, toRubyFloat, toRubyInteger } from '../values.ts';

const leadingInteger = /^[\s\0]*([-+]?\d+(?:_\d+)*)/;
const leadingFloat = /^[\s\0]*([-+]?\d+(?:_\d+)*(?:\.\d+(?:_\d+)*)?(?:e[-+]?\d+(?:_\d+)*)?)/i;
const wholeInteger =
  /^[\s\0]*([-+]?)(0x[\da-f]+(?:_[\da-f]+)*|0b[01]+(?:_[01]+)*|0o?[0-7]*(?:_[0-7]+)*|0d\d+(?:_\d+)*|[1-9]\d*(?:_\d+)*)[\s\0]*$/i;

/** `String#to_i`: the digits at the head, `_` between them allowed, else 0. */
export function readInteger(text: string): number | bigint {
  const found = leadingInteger.exec(text)?.[1];
  return found === undefined ? 0 : integerOf(found.replaceAll('_', ''));
}

/** `String#to_f`: the number at the head, else 0.0. */
export function readFloat(text: string): number | RubyFloat {
  const found = leadingFloat.exec(text)?.[1];
  return toRubyFloat(found === undefined ? 0 : Number(found.replaceAll('_', '')));
}

/** `Integer(text)`: the whole text must be one number (`0x1f`, `0b11`, `017` and `1_000` count); undefined where Ruby raises. */
export function strictInteger(text: string): number | bigint | undefined {
  const found = wholeInteger.exec(text);
  if (found === null) return undefined;
  const digits = found[2]!.replaceAll('_', '').toLowerCase();
  const value = /^0[xbo]/.test(digits)
    ? BigInt(digits)
    : digits.startsWith('0d')
      ? BigInt(digits.slice(2))
      : digits.length > 1 && digits.startsWith('0')
        ? BigInt('0o' + digits.slice(1))
        : BigInt(digits);
  return toRubyInteger(found[1] === '-' ? -value : value);
}

function integerOf(digits: string): number | bigint {
  return digits.length < 16 ? Number(digits) + 0 : toRubyInteger(BigInt(digits.replace('+', '')));
}
