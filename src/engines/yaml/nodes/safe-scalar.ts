/** What a plain YAML scalar means to SafeYAML 1.0.5 (`SafeYAML::Transform`), which Jekyll 3.10 reads YAML with. */

import { RubyTime, toRubyFloat, toRubyInteger, type Value } from '../../../ruby/values.ts';
import { wordValue } from './scalar.ts';
import { toDate, toTime } from './timestamp.ts';

const decimal = /^[-+]?(?:0|[1-9]\d*)$/;
const octal = /^0[0-7]+$/;
const hexadecimal = /^[-+]?0x[\da-f]+$/i;
const binary = /^0b[01]+$/;
const sexagesimal = /^[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?$/;
const float = /^[-+]?(?:\d[\d_]*)?\.[\d_]+(?:[eE][-+]\d+)?$/;
const date = /^\d{4}-\d\d-\d\d$/;
const time = /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt]|\s+)\d{1,2}:\d\d:\d\d(?:\.\d*)?\s*(?:Z|[-+]\d{1,2}(?::?\d\d)?)?$/;

/**
 * Numbers need no sign of Psych's: `1:30` is 90.0, `1.` and `2020-1-2` are text, as is `:sym`. Commas and underscores are
 * left out of whole numbers wherever they stand.
 */
export function safeScalarValue(text: string): Value {
  if (text === '') return null;
  const first = text.charCodeAt(0);
  const numeric = first >= 0x2b && first <= 0x39;
  if (!numeric) return wordValue(text);
  if (text.includes('\n')) return text;
  return wholeNumber(text.replace(/[_,]/g, '')) ?? fraction(text) ?? moment(text) ?? text;
}

function wholeNumber(text: string): Value {
  if (decimal.test(text)) return toRubyInteger(BigInt(text.replace('+', '')));
  if (octal.test(text)) return toRubyInteger(BigInt(`0o${text.slice(1)}`));
  if (binary.test(text)) return toRubyInteger(BigInt(text));
  if (hexadecimal.test(text)) {
    const magnitude = BigInt(text.replace(/^[-+]/, '').toLowerCase());
    return toRubyInteger(text.startsWith('-') ? -magnitude : magnitude);
  }
  return sexagesimal.test(text) && !text.includes('.') ? sexagesimalValue(text) : undefined;
}

function fraction(text: string): Value {
  if (float.test(text)) {
    // Ruby takes single underscores between digits, and nothing else
    if (/^_|__|_$|_\.|\._|_e/i.test(text)) return undefined;
    return toRubyFloat(Number(text.replaceAll('_', '')));
  }
  if (/^-?\.(?:inf|Inf|INF)$/.test(text))
    return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  if (/^\.(?:nan|NaN|NAN)$/.test(text)) return Number.NaN;
  return sexagesimal.test(text) ? sexagesimalValue(text) : undefined;
}

/** The last part counts once, each before it sixty times as much as the one behind it. */
function sexagesimalValue(text: string): Value {
  const [whole = '', decimals] = text.split('.');
  const parts = whole.replaceAll('_', '').split(':').map(Number);
  const sum = parts.reduce((total, part) => total * 60 + part, 0);
  const value =
    decimals === undefined || decimals === '' ? sum : sum + Number(`.${decimals.replaceAll('_', '')}`);
  return toRubyFloat(text.startsWith('-') ? -value : value);
}

/** A time keeps the offset that it was written with; without one it is in UTC. */
function moment(text: string): Value {
  if (date.test(text)) return toDate(text) ?? text;
  if (!time.test(text)) return undefined;
  const found = toTime(text, 'UTC');
  return found === undefined ? text : new RubyTime(found.epochMs, found.offset, undefined, found.nanos);
}
