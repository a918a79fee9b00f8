/** Numbers: as they are, ordinal or Roman. */

import { isNumeric } from '../csl/format.ts';
import { ordinalize } from './locale.ts';
import type { Rendering } from './rendering.ts';
import type { XmlElement } from './xml.ts';

export function renderNumber({ reading, locale }: Rendering, { attributes }: XmlElement): string {
  const text = reading.text(attributes.get('variable') ?? '');
  if (!isNumeric(text)) return text;
  const form = attributes.get('form') ?? 'numeric';
  const write = (number: string): string => {
    if (!/^\d+$/.test(number)) return number;
    if (form === 'roman') return toRoman(Number(number));
    return form === 'ordinal' || form === 'long-ordinal' ? ordinalize(locale, number, form) : number;
  };
  return text
    .replace(/\s*,\s*/g, ', ')
    .replace(/\s*-\s*/g, '-')
    .replace(/\s*&\s*/g, ' & ')
    .split(/(\s*[,&-]\s*)/)
    .map(write)
    .join('');
}

const ROMAN: readonly (readonly [value: number, digits: string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];
/** Greater numbers would be lines of `m`. */
const GREATEST = 5000;

function toRoman(number: number): string {
  if (number < 1 || number >= GREATEST) return String(number);
  let rest = number;
  let out = '';
  for (const [value, digits] of ROMAN) {
    out += digits.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return out;
}
