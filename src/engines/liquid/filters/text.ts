/** Filters for text: case, cutting, replacing, words. */

import { liquidMessages } from '../../../diagnostics/catalogue/engines/liquid.ts';
import { shown, toText } from '../../../ruby/print.ts';
import {
  capitalize,
  characterCount,
  characterSlice,
  characters,
  downcase,
  leftStrip,
  rightStrip,
  strip,
  upcase,
} from '../../../ruby/text.ts';
import { isArray, isNil, type Value } from '../../../ruby/values.ts';
import type { RenderContext } from '../context.ts';
import { fail } from '../errors.ts';
import { toInteger } from '../expression/to-integer.ts';
import { type FilterTable, filter } from '../filter.ts';
import { checkItems, checkLength } from '../render/limits.ts';

export const textFilters: FilterTable = {
  downcase: filter(0, 0, (input) => downcase(toText(input))),
  upcase: filter(0, 0, (input) => upcase(toText(input))),
  capitalize: filter(0, 0, (input) => capitalize(toText(input))),
  strip: filter(0, 0, (input) => strip(toText(input))),
  lstrip: filter(0, 0, (input) => leftStrip(toText(input))),
  rstrip: filter(0, 0, (input) => rightStrip(toText(input))),
  append: filter(1, 1, (input, [tail], context) => bounded(toText(input) + toText(tail), context, 'append')),
  prepend: filter(1, 1, (input, [head], context) =>
    bounded(toText(head) + toText(input), context, 'prepend'),
  ),
  replace: filter(1, 2, (input, [from, to], context) =>
    replaceAll(toText(input), toText(from), toText(to), context, 'replace'),
  ),
  replace_first: filter(1, 2, (input, [from, to]) => replaceFirst(toText(input), toText(from), toText(to))),
  replace_last: filter(2, 2, (input, [from, to]) => replaceLast(toText(input), toText(from), toText(to))),
  remove: filter(1, 1, (input, [from], context) =>
    replaceAll(toText(input), toText(from), '', context, 'remove'),
  ),
  remove_first: filter(1, 1, (input, [from]) => replaceFirst(toText(input), toText(from), '')),
  remove_last: filter(1, 1, (input, [from]) => replaceLast(toText(input), toText(from), '')),
  slice: filter(1, 2, slice),
  truncate: filter(0, 2, truncate),
  truncatewords: filter(0, 2, truncateWords),
  split: filter(1, 1, (input, [pattern], context) => {
    const text = toText(input);
    const separator = toText(pattern);
    if (text.length > context.limits.list) checkItems(partCount(text, separator), context.limits, 'split');
    const parts = splitText(text, separator);
    checkItems(parts.length, context.limits, 'split');
    return parts;
  }),
  normalize_whitespace: filter(0, 0, (input) => strip(toText(input).replace(/[ \t\n\v\f\r]+/g, ' '))),
  number_of_words: filter(0, 1, (input, [mode]) => countWords(input, mode)),
};

function bounded(text: string, context: RenderContext, where: string): string {
  checkLength(text.length, context.limits, where);
  return text;
}

/** `String#gsub` with a text for a pattern: `\0` and its like in the replacement have Ruby's meaning. */
function replaceAll(text: string, from: string, to: string, context: RenderContext, where: string): string {
  if (from === '') {
    if (to === '') return text;
    checkLength(text.length + (text.length + 1) * to.length, context.limits, where);
    return fillBetween(text, to, context, where);
  }
  let at = text.indexOf(from);
  if (at < 0) return text;
  const parts: string[] = [];
  let start = 0;
  let length = 0;
  const plain = !to.includes('\\');
  while (at >= 0) {
    const filled = plain ? to : expand(to, from, text, at, where);
    parts.push(text.slice(start, at), filled);
    length += at - start + filled.length;
    if (length > context.limits.text) checkLength(length, context.limits, where);
    start = at + from.length;
    at = text.indexOf(from, start);
  }
  parts.push(text.slice(start));
  return parts.join('');
}

/** An empty pattern is found before, between and after all characters; `` \` `` and `\'` differ at each of these places. */
function fillBetween(text: string, to: string, context: RenderContext, where: string): string {
  const parts = [expand(to, '', text, 0, where)];
  let at = 0;
  let length = 0;
  for (const character of text) {
    at += character.length;
    const filled = expand(to, '', text, at, where);
    parts.push(character, filled);
    length += character.length + filled.length;
    checkLength(length, context.limits, where);
  }
  return parts.join('');
}

function replaceFirst(text: string, from: string, to: string): string {
  const at = text.indexOf(from);
  if (at < 0) return text;
  return text.slice(0, at) + expand(to, from, text, at, 'replace_first') + text.slice(at + from.length);
}

function replaceLast(text: string, from: string, to: string): string {
  const at = text.lastIndexOf(from);
  return at < 0 ? text : text.slice(0, at) + to + text.slice(at + from.length);
}

/**
 * What a replacement stands for: `\0` the match, `` \` `` and `\'` what is around it, `\\` a backslash; `\1` and `\+` nothing,
 * for a text has no groups. A group's name (`\k<name>`) is an IndexError in Ruby, one without its `>` a RuntimeError.
 */
function expand(to: string, match: string, text: string, at: number, where: string): string {
  if (!to.includes('\\')) return to;
  return to.replace(/\\(k<[^>]*>?|[0-9&`'+\\])/g, (reference: string, sign: string) => {
    if (sign === '0' || sign === '&') return match;
    if (sign === '\\') return '\\';
    if (sign === '`') return text.slice(0, at);
    if (sign === "'") return text.slice(at + match.length);
    if (sign.startsWith('k')) fail(liquidMessages.filterInput, groupReference(where, reference));
    return '';
  });
}

function groupReference(filter: string, reference: string) {
  return {
    filter,
    problem: `searches for plain text, so \`${reference}\` in the replacement refers to no group`,
    advice: `write \`\\\\${reference.slice(1)}\` to insert the characters themselves`,
  };
}

function slice(input: Value, [from, count]: readonly Value[]): Value {
  const offset = Number(toInteger(from, 'slice'));
  const length = isNil(count) || count === false ? 1 : Number(toInteger(count, 'slice'));
  if (!isArray(input)) return characterSlice(toText(input), offset, length) ?? '';
  const start = offset < 0 ? offset + input.length : offset;
  return start < 0 || start > input.length || length < 0 ? [] : input.slice(start, start + length);
}

function truncate(input: Value, [size = 50, tail = '...']: readonly Value[]): Value {
  if (isNil(input)) return null;
  const text = toText(input);
  const length = Number(toInteger(size, 'truncate'));
  const end = toText(tail);
  if (characterCount(text) <= length) return text;
  return (characterSlice(text, 0, Math.max(0, length - characterCount(end))) ?? '') + end;
}

function truncateWords(input: Value, [count = 15, tail = '...']: readonly Value[]): Value {
  if (isNil(input)) return null;
  const text = toText(input);
  const words = Math.max(1, Number(toInteger(count, 'truncatewords')));
  if (words >= 2_147_483_647)
    fail(liquidMessages.filterInput, {
      filter: 'truncatewords',
      problem: `cannot count to ${words}`,
      advice: 'pass a smaller number of words',
    });
  const word = /[^ \t\n\v\f\r]+/g;
  const kept: string[] = [];
  for (let found = word.exec(text); found !== null; found = word.exec(text)) {
    if (kept.length === words) return kept.join(' ') + toText(tail);
    kept.push(found[0]);
  }
  return endsInSpace(text, kept.length, words) ? kept.join(' ') + toText(tail) : text;
}

/** Ruby's split with a limit counts white space after the last word as one part more. */
function endsInSpace(text: string, found: number, words: number): boolean {
  return found === words && /[ \t\n\v\f\r]$/.test(text);
}

/** How many parts a split makes, at most. */
function partCount(text: string, separator: string): number {
  if (separator === '') return text.length;
  let count = 1;
  for (let at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, at + separator.length))
    count++;
  return count;
}

/** `String#split`: a single space parts at white space, nothing parts characters; empty parts at the end are dropped. */
export function splitText(text: string, pattern: string): string[] {
  if (text === '') return [];
  if (pattern === ' ') return text.match(/[^ \t\n\v\f\r]+/g) ?? [];
  if (pattern === '') return characters(text);
  const parts = text.split(pattern);
  while (parts.at(-1) === '') parts.pop();
  return parts;
}

const cjk = '\\p{Script=Han}\\p{Script=Katakana}\\p{Script=Hiragana}\\p{Script=Hangul}';
const cjkCharacter = new RegExp(`[${cjk}]`, 'gu');
const otherWord = new RegExp(`[^${cjk} \\t\\n\\v\\f\\r]+`, 'gu');

export function countWords(input: Value, mode: Value): Value {
  if (typeof input !== 'string')
    return fail(liquidMessages.filterInput, {
      filter: 'number_of_words',
      problem: `needs text, but got ${shown(input)}`,
      advice: 'convert it to text first with `| append: ""`',
    });
  const count = (pattern: RegExp) => input.match(pattern)?.length ?? 0;
  if (mode === 'cjk') return count(cjkCharacter) + count(otherWord);
  const wide = mode === 'auto' ? count(cjkCharacter) : 0;
  return wide === 0 ? wordCount(input) : wide + count(otherWord);
}

/** The words between white space, counted without being cut out. */
function wordCount(text: string): number {
  let words = 0;
  for (let i = 0; i < text.length; i++) {
    if (isSpace(text.charCodeAt(i))) continue;
    words++;
    do i++;
    while (i < text.length && !isSpace(text.charCodeAt(i)));
  }
  return words;
}

function isSpace(unit: number): boolean {
  return unit === 32 || (unit <= 13 && unit >= 9);
}
