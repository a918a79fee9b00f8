/** Reads HTML's tags the way kramdown's expressions do, in one pass: names, attributes, comments, instructions. */

import { isAlnum, isAlpha, isBoundaryWord } from '../../../ruby/characters.ts';
import type { Attributes } from '../tree/element.ts';
import { skipSpaces } from '../tree/scan.ts';

export interface Tag {
  /** As it was written. */
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  /** `/>` */
  readonly closed: boolean;
  /** The index after the tag. */
  readonly end: number;
}

function isNameStart(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? isAlpha(code) || code === 95 : isAlpha(text.codePointAt(at));
}

/** The end of `[[:alpha:]_][-[:alnum:]._]*`, or -1. */
function simpleNameEnd(text: string, at: number): number {
  if (!isNameStart(text, at)) return -1;
  let end = at;
  for (;;) {
    const code = text.charCodeAt(end);
    if (code < 128) {
      if (!(isAlnum(code) || code === 45 || code === 46 || code === 95)) return end;
      end++;
    } else {
      const point = text.codePointAt(end);
      if (point === undefined || !isAlnum(point)) return end;
      end += point > 0xffff ? 2 : 1;
    }
  }
}

/** The end of a name with an optional prefix (`svg:path`), or -1 where there is no name. */
export function nameEnd(text: string, at: number): number {
  const end = simpleNameEnd(text, at);
  if (end < 0 || text.charCodeAt(end) !== 58) return end;
  const local = simpleNameEnd(text, end + 1);
  return local < 0 ? end : local;
}

/** The start tag at `at` (`<div class="x">`), or undefined. */
export function readTag(text: string, at: number): Tag | undefined {
  if (text.charCodeAt(at) !== 60) return undefined;
  const named = nameEnd(text, at + 1);
  if (named < 0) return undefined;
  const attributes: [string, string][] = [];
  let pos = named;
  for (;;) {
    const start = skipSpaces(text, pos);
    const code = text.charCodeAt(start);
    if (code === 62) return { name: text.slice(at + 1, named), attributes, closed: false, end: start + 1 };
    if (code === 47 && text.charCodeAt(start + 1) === 62)
      return { name: text.slice(at + 1, named), attributes, closed: true, end: start + 2 };
    if (start === pos) return undefined;
    const end = nameEnd(text, start);
    if (end < 0) return undefined;
    const value = readValue(text, end);
    attributes.push([text.slice(start, end), value.text]);
    pos = value.end;
  }
}

/**
 * `= "value"`, `='value'` or `=word` after an attribute's name; an empty value that ends where it began when there is
 * none.
 */
function readValue(text: string, at: number): { text: string; end: number } {
  const equals = skipSpaces(text, at);
  if (text.charCodeAt(equals) !== 61) return { text: '', end: at };
  const start = skipSpaces(text, equals + 1);
  const quote = text.charCodeAt(start);
  if (quote === 34 || quote === 39) {
    const close = text.indexOf(quote === 34 ? '"' : "'", start + 1);
    return close < 0 ? { text: '', end: at } : { text: text.slice(start + 1, close), end: close + 1 };
  }
  let end = start;
  for (let point = text.codePointAt(end); isWordCharacter(point); point = text.codePointAt(end))
    end += point > 0xffff ? 2 : 1;
  return end === start ? { text: '', end: at } : { text: text.slice(start, end), end };
}

/** `\p{Word}`, which has no superscript digits. */
function isWordCharacter(point: number | undefined): point is number {
  return point !== undefined && isBoundaryWord(point) && !'²³¹¼½¾'.includes(String.fromCodePoint(point));
}

/** An end tag at `at`: its name and the index after it, or undefined. */
export function readEndTag(text: string, at: number): { name: string; end: number } | undefined {
  if (text.charCodeAt(at) !== 60 || text.charCodeAt(at + 1) !== 47) return undefined;
  const end = nameEnd(text, at + 2);
  if (end < 0) return undefined;
  const close = skipSpaces(text, end);
  return text.charCodeAt(close) === 62 ? { name: text.slice(at + 2, end), end: close + 1 } : undefined;
}

/** The index of `</name>` from `at` on, case ignored; -1 where there is none. */
export function findEndTag(text: string, name: string, at: number): number {
  const wanted = name.toLowerCase();
  for (let found = text.indexOf('</', at); found >= 0; found = text.indexOf('</', found + 2)) {
    const end = found + 2 + name.length;
    if (text.slice(found + 2, end).toLowerCase() === wanted && text.charCodeAt(skipSpaces(text, end)) === 62)
      return found;
  }
  return -1;
}

/** The index after an end tag that was found. */
export function afterEndTag(text: string, at: number): number {
  return text.indexOf('>', at) + 1;
}

/** The attributes in the form that an element keeps; `duplicate` is called with a name that occurs twice. */
export function toAttributes(tag: Tag, lowerCase: boolean, duplicate: (name: string) => void): Attributes {
  const attributes: Attributes = new Map();
  for (const [written, value] of tag.attributes) {
    const name = lowerCase ? written.toLowerCase() : written;
    if (attributes.has(name)) duplicate(name);
    attributes.set(name, value);
  }
  return attributes;
}

/** Whether a line that starts with `<` here begins what could be HTML to a block: a name, a comment, an end tag. */
export function startsHtml(text: string, at: number): boolean {
  const code = text.charCodeAt(at + 1);
  return code === 47 || text.startsWith('!--', at + 1) || nameEnd(text, at + 1) >= 0;
}
