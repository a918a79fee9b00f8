/** Ruby's view of a string: characters are code points, white space is ASCII's (and NUL at the ends). */

import { isSpace } from './characters.ts';

const surrogate = /[\ud800-\udfff]/;

/** `String#length`. */
export function characterCount(text: string): number {
  if (!surrogate.test(text)) return text.length;
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** `text[start, length]` by characters; negative starts count from the end; undefined where Ruby gives nil. */
export function characterSlice(text: string, start: number, length: number): string | undefined {
  const wide = surrogate.test(text);
  const total = start < 0 || !wide ? characterCount(text) : text.length;
  const from = start < 0 ? start + total : start;
  if (from < 0 || from > total || length < 0) return undefined;
  if (!wide) return text.slice(from, Math.min(total, from + length));
  const begin = skip(text, 0, from);
  return begin === undefined ? undefined : text.slice(begin, skip(text, begin, length) ?? text.length);
}

/** The offset that lies `count` characters behind another; undefined beyond the end. */
function skip(text: string, offset: number, count: number): number | undefined {
  let at = offset;
  for (let i = 0; i < count; i++) {
    if (at >= text.length) return undefined;
    at += text.codePointAt(at)! > 0xffff ? 2 : 1;
  }
  return at;
}

/** The characters, each a string. */
export function characters(text: string): string[] {
  return surrogate.test(text) ? Array.from(text) : text.split('');
}

/** What `strip` removes: white space and NUL. */
function isStripped(unit: number): boolean {
  return isSpace(unit) || unit === 0;
}

/** `String#strip`. */
export function strip(text: string): string {
  return leftStrip(rightStrip(text));
}

/** `String#lstrip`. */
export function leftStrip(text: string): string {
  let from = 0;
  while (from < text.length && isStripped(text.charCodeAt(from))) from++;
  return from === 0 ? text : text.slice(from);
}

/** `String#rstrip`. */
export function rightStrip(text: string): string {
  let to = text.length;
  while (to > 0 && isStripped(text.charCodeAt(to - 1))) to--;
  return to === text.length ? text : text.slice(0, to);
}

/** `String#downcase`: JavaScript's, but for the final sigma, which Ruby leaves plain. */
export function downcase(text: string): string {
  const lower = text.toLowerCase();
  return text.includes('Σ') ? Array.from(text, (character) => character.toLowerCase()).join('') : lower;
}

/** `String#upcase`. */
export function upcase(text: string): string {
  return text.toUpperCase();
}

/** `String#capitalize`: the first character in title case, the rest in lower case. */
export function capitalize(text: string): string {
  const first = Array.from(text.slice(0, 2))[0] ?? '';
  return titlecase(first) + downcase(text.slice(first.length));
}

const titles: Readonly<Record<string, string>> = { Ǆ: 'ǅ', Ǉ: 'ǈ', Ǌ: 'ǋ', Ǳ: 'ǲ' };

function titlecase(character: string): string {
  const upper = character.toUpperCase();
  const title = titles[upper];
  if (title !== undefined) return title;
  const parts = Array.from(upper);
  return parts.length > 1 ? parts[0]! + parts.slice(1).join('').toLowerCase() : upper;
}

/** Orders text as Ruby does, by bytes of UTF-8, which is by code points; -1, 0 or 1. */
export function compareText(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  for (let i = 0; i < end; i++) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left !== right) {
      const leftHigh = left >= 0xd800 && left <= 0xdfff;
      const rightHigh = right >= 0xd800 && right <= 0xdfff;
      if (leftHigh !== rightHigh) return leftHigh ? 1 : -1;
      return left < right ? -1 : 1;
    }
  }
  return Math.sign(a.length - b.length);
}
