/** What the program makes of a setting's value. Jekyll is lenient: a value of another type is read as far as it can be, or is as if absent. */

import { isArray, isHash, isNil, type RubyHash, type Value } from '../ruby/values.ts';

/** Ruby's truth: on unless it is nil or false. */
export function isOn(value: Value): boolean {
  return !isNil(value) && value !== false;
}

/** For what is on without being set: off where it is false. */
export function isNotOff(value: Value): boolean {
  return value !== false;
}

export function isTrue(value: Value): boolean {
  return value === true;
}

/** The value as it was written, for those that print or ask about more than its type. */
export function asWritten(value: Value): Value {
  return value;
}

/** Text, or `fallback` for anything else. */
export function textOr(fallback: string): (value: Value) => string {
  return (value) => (typeof value === 'string' ? value : fallback);
}

/** Text that is not empty. */
export function filledText(value: Value): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Text that is not empty, or `fallback`. */
export function filledTextOr(fallback: string): (value: Value) => string {
  return (value) => filledText(value) ?? fallback;
}

/** Whatever is written as text; `fallback` for nil alone. */
export function printedOr(fallback: string): (value: Value) => string {
  return (value) => String(value ?? fallback);
}

/** The texts of a list. */
export function texts(value: Value): readonly string[] {
  return isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

/** All elements of a list as text. */
export function printed(value: Value): readonly string[] {
  return isArray(value) ? value.map(String) : [];
}

/** A list of texts, or a single one: Ruby's `Array(value)`, empty texts left out. */
export function oneOrMore(value: Value): readonly string[] {
  const list = isArray(value) ? value : [value];
  return list.filter((each): each is string => typeof each === 'string' && each !== '');
}

/** The texts of a list, or those between the commas of a text. */
export function textsOrCommas(value: Value): readonly string[] {
  return typeof value === 'string' ? value.split(',').filter((each) => each !== '') : texts(value);
}

/** A hash; an empty one for anything else. */
export function hashOrEmpty(value: Value): RubyHash {
  return isHash(value) ? value : NONE;
}

const NONE: RubyHash = new Map();

/** An id as people write it: text without white space around it, or a number. */
export function identifier(value: Value): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? filledText(value.trim()) : undefined;
}
