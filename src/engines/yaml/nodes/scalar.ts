/** What a plain YAML scalar means to Ruby: Psych's scanner (`ScalarScanner#tokenize`), for a string of text a value. */

import { toRubyFloat, toRubyInteger, type Value } from '../../../ruby/values.ts';
import { toDate, toTime } from './timestamp.ts';

const date = /^\d{4}-(?:1[012]|0\d|\d)-(?:[12]\d|3[01]|0\d|\d)$/;
const time =
  /^-?\d{4}-\d{1,2}-\d{1,2}(?:[Tt]|[ \t\r\f\v]+)\d{1,2}:\d\d:\d\d(?:\.\d*)?(?:[ \t\r\f\v]*(?:Z|[-+]\d{1,2}:?(?:\d\d)?))?$/;
const sexagesimalInteger = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9]){1,2}$/;
const sexagesimalFloat = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9]){1,2}\.[0-9_]*$/;
const float = /^[-+]?(?:[0-9][0-9_,]*)?\.[0-9]*(?:[eE][-+][0-9]+)?$/;
const integer = /^[-+]?(?:0b[0-1_,]+|0[0-7_,]+|0|[1-9](?:[0-9]|,[0-9]|_[0-9])*|0x[0-9a-fA-F_,]+)$/;

/** No word that means anything but itself is longer. */
const longestWord = 5;

/**
 * The value of a plain scalar: nil for none, `~` and `null`; booleans as `yes`, `on` and `true` in any letter case;
 * numbers with `_` and `,` between digits, octal and sexagesimal; dates and times; else the text itself. Other than in
 * Psych's safe loader, `:sym` stays text (there it stops the build), and so does a number that only looks like one.
 */
export function scalarValue(text: string, zone: string): Value {
  if (text === '') return null;
  const first = text.charCodeAt(0);
  const numeric = first >= 0x2b && first <= 0x3a && first !== 0x2c && first !== 0x2f;
  if (!numeric) return wordValue(text);
  if (text.includes('\n')) return text;
  return numberValue(text, zone);
}

/** What a word means: nil, true, false, else the text itself. */
export function wordValue(text: string): Value {
  if (text.length > longestWord) return text;
  switch (text.toLowerCase()) {
    case '~':
    case 'null':
      return null;
    case 'yes':
    case 'true':
    case 'on':
      return true;
    case 'no':
    case 'false':
    case 'off':
      return false;
    default:
      return text;
  }
}

function numberValue(text: string, zone: string): Value {
  if (integer.test(text)) return integerValue(text);
  if (float.test(text)) return floatValue(text);
  if (time.test(text)) return toTime(text, zone) ?? text;
  if (date.test(text)) return toDate(text) ?? text;
  if (sexagesimalInteger.test(text)) return sexagesimal(text, false);
  if (sexagesimalFloat.test(text)) return sexagesimal(text, true);
  switch (text.toLowerCase()) {
    case '.inf':
    case '+.inf':
      return Number.POSITIVE_INFINITY;
    case '-.inf':
      return Number.NEGATIVE_INFINITY;
    case '.nan':
      return Number.NaN;
    default:
      return text;
  }
}

function integerValue(text: string): Value {
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
  const negative = text.startsWith('-');
  const digits = text.replace(/^[-+]/, '').replace(/[,_]/g, '');
  const prefixed = /^0([bx]?)(.*)$/.exec(digits);
  if (prefixed === null) return toRubyInteger(negative ? -BigInt(digits) : BigInt(digits));
  const [, base, rest = ''] = prefixed;
  if (rest === '') return base === '' ? 0 : text;
  const magnitude = BigInt(base === '' ? `0o${rest}` : `0${base}${rest}`);
  return toRubyInteger(negative ? -magnitude : magnitude);
}

function floatValue(text: string): Value {
  const digits = text.replace(/[,_]/g, '').replace(/\.(?=[Ee]|$)/, '');
  return /^[-+]?(?:\d|\.\d)/.test(digits) ? toRubyFloat(Number(digits)) : text;
}

/** Psych counts `1:30` as 1 × 3600 + 30 × 60: the first part is always hours. */
function sexagesimal(text: string, fraction: boolean): Value {
  const parts = text.replaceAll('_', '').split(':');
  const weights = [3600, 60, 1];
  if (fraction) return toRubyFloat(parts.reduce((sum, part, i) => sum + Number(part) * weights[i]!, 0));
  return toRubyInteger(
    parts.reduce((sum, part, i) => sum + BigInt(part.replace('+', '')) * BigInt(weights[i]!), 0n),
  );
}
