/** Reads attribute lists: `{: .class #id key="value" reference}`. Where one ends, and what it says. */

import { markdownMessages } from '../../base/catalogue/markdown.ts';
import { isSpace, isWord, matchAt, restOfBlankLine, skipSpaces, strip } from '../ruby-text.ts';
import { createAttributeList, setAttribute } from './apply-attributes.ts';
import type { Document } from './document.ts';
import type { AttributeList } from './element.ts';
import type { Source } from './source.ts';

/** What the last searches of a text have shown, so that a text full of opening braces is searched once. */
const seen = { text: '', noneFrom: -1, lastEscaped: -1, first: -1, noLineEndFrom: -1 };

function memoOf(text: string): typeof seen {
  if (seen.text !== text)
    Object.assign(seen, { text, noneFrom: Infinity, lastEscaped: -1, first: -1, noLineEndFrom: Infinity });
  return seen;
}

/**
 * The index of the brace that closes a list whose content starts at `at`: the first that no backslash escapes or, where
 * there is none, the last that one does. -1 where nothing closes it or it would be empty.
 */
export function closingBrace(text: string, at: number): number {
  const memo = memoOf(text);
  if (at >= memo.noneFrom) return memo.lastEscaped > at ? memo.lastEscaped : -1;
  let escaped = -1;
  for (let end = text.indexOf('}', at); end >= 0; end = text.indexOf('}', end + 1)) {
    if (end === at) return -1;
    if (text.charCodeAt(end - 1) !== 92) return end;
    escaped = end;
  }
  memo.noneFrom = at;
  memo.lastEscaped = escaped;
  return escaped;
}

/** The closing brace that only white space follows on its line; an escaped one will do where the first is followed by more. */
export function closingBraceOfLine(text: string, at: number): number {
  const first = closingBrace(text, at);
  if (first < 0 || restOfBlankLine(text, first + 1) >= 0) return first;
  const memo = memoOf(text);
  if (memo.first === first && at >= memo.noLineEndFrom) return -1;
  for (let end = text.lastIndexOf('}', first - 1); end > at; end = text.lastIndexOf('}', end - 1))
    if (restOfBlankLine(text, end + 1) >= 0) return end;
  memo.first = first;
  memo.noLineEndFrom = at;
  return -1;
}

/** The end of a key or reference name, or `at` where none starts. */
export function attributeNameEnd(text: string, at: number): number {
  if (!isWord(text.charCodeAt(at))) return at;
  let end = at + 1;
  while (isWord(text.charCodeAt(end)) || text.charCodeAt(end) === 45) end++;
  return end;
}

const ID_OR_CLASS = /#([A-Za-z][A-Za-z0-9_:-]*)|\.([^ \t\r\n\f\v.#]+)/y;

/** Adds what a list's text says to `list`; tells when it says nothing. */
export function readAttributeList(
  text: string,
  list: AttributeList,
  doc: Document,
  source: Source,
  offset: number,
): void {
  const trimmed = strip(text);
  if (trimmed === '' || trimmed === ':') return;
  const lastQuotes = { '"': lastClosingQuote(text, '"'), "'": lastClosingQuote(text, "'") };
  let found = false;
  let at = 0;
  while (at < text.length) {
    let end = at === 0 ? readItem(text, 0, list, lastQuotes) : -1;
    if (end < 0 && isSpace(text.charCodeAt(at))) end = readItem(text, at + 1, list, lastQuotes);
    if (end >= 0) found = true;
    at = end >= 0 ? end : at + 1;
  }
  if (!found) doc.warn(markdownMessages.emptyAttributeList, { text: trimmed }, source, offset);
}

export function newAttributeList(text: string, doc: Document, source: Source, offset: number): AttributeList {
  const list = createAttributeList();
  readAttributeList(text, list, doc, source, offset);
  return list;
}

/** Reads one item at an index; the index after it, or -1 where there is none. */
function readItem(
  text: string,
  at: number,
  list: AttributeList,
  lastQuotes: Readonly<Record<string, number>>,
): number {
  const end = attributeNameEnd(text, at);
  if (end > at) {
    const quote = text.charAt(end + 1);
    if (text.charCodeAt(end) === 61 && (quote === '"' || quote === "'")) {
      const close = closingQuote(text, end + 2, quote, lastQuotes[quote]!);
      if (close >= 0) {
        setValue(list, text.slice(at, end), text.slice(end + 2, close), quote);
        return close + 1;
      }
    }
    if (!isItemEnd(text, end)) return -1;
    list.refs.push(text.slice(at, end));
    return end;
  }
  return readIdsAndClasses(text, at, list);
}

function setValue(list: AttributeList, key: string, value: string, quote: string): void {
  list.attributes.set(key, value.replace(quote === '"' ? /\\([}"])/g : /\\([}'])/g, '$1'));
}

function readIdsAndClasses(text: string, at: number, list: AttributeList): number {
  const found: [name: string, value: string][] = [];
  let end = at;
  for (let match = matchAt(ID_OR_CLASS, text, end); match !== null; match = matchAt(ID_OR_CLASS, text, end)) {
    found.push(match[1] === undefined ? ['class', match[2] ?? ''] : ['id', match[1]]);
    end = ID_OR_CLASS.lastIndex;
  }
  if (end === at || !isItemEnd(text, end)) return -1;
  for (const [name, value] of found) setAttribute(list.attributes, name, value);
  return end;
}

function isItemEnd(text: string, at: number): boolean {
  return at >= text.length || isSpace(text.charCodeAt(at));
}

/** The quote that ends a value: followed by white space or the end, and not escaped unless no other is left. */
function closingQuote(text: string, from: number, quote: string, last: number): number {
  let escaped = -1;
  if (from > last) return -1;
  for (let at = text.indexOf(quote, from); at >= 0 && at <= last; at = text.indexOf(quote, at + 1)) {
    if (!isItemEnd(text, at + 1)) continue;
    if (at > from && text.charCodeAt(at - 1) === 92) escaped = at;
    else return at;
  }
  return escaped;
}

function lastClosingQuote(text: string, quote: string): number {
  let at = text.lastIndexOf(quote);
  while (at >= 0 && !isItemEnd(text, at + 1)) at = at === 0 ? -1 : text.lastIndexOf(quote, at - 1);
  return at;
}

/** The end of an attribute list's line (`{: …}`) that starts at an index, and its content; undefined where none does. */
export function blockAttributeList(text: string, at: number): { content: string; end: number } | undefined {
  if (text.charCodeAt(at) !== 123 || text.charCodeAt(at + 1) !== 58) return undefined;
  const next = text.charCodeAt(at + 2);
  if (next === 58 || next === 47) return undefined;
  const brace = closingBraceOfLine(text, at + 2);
  if (brace < 0) return undefined;
  return { content: text.slice(at + 2, brace), end: restOfBlankLine(text, brace + 1) };
}

/** An attribute list at a list item's start, white space around it included; `end` is after that. */
export function itemAttributeList(text: string): { content: string; end: number } | undefined {
  const at = skipSpaces(text, 0);
  if (text.charCodeAt(at) !== 123 || text.charCodeAt(at + 1) !== 58) return undefined;
  const next = text.charCodeAt(attributeNameEnd(text, at + 2));
  if (next === 58 || text.charCodeAt(at + 2) === 47) return undefined;
  const brace = closingBrace(text, at + 2);
  if (brace < 0) return undefined;
  return { content: text.slice(at + 2, brace), end: skipSpaces(text, brace + 1) };
}
