/** Reads attribute lists: `{: .class #id key="value" reference}`. Where one ends, and what it says. */

import { markdownMessages } from '../../../diagnostics/catalogue/engines/markdown.ts';
import { isSpace, isWord } from '../../../ruby/characters.ts';
import { strip } from '../../../ruby/text.ts';
import { createAttributeList } from './apply-attributes.ts';
import type { Document } from './document.ts';
import type { AttributeList } from './element.ts';
import { matchAt, restOfBlankLine, skipSpaces } from './scan.ts';
import { Source } from './source.ts';

/** Results of searches in a text, so that a text full of opening braces is searched once. */
interface BraceMemo {
  /** From here on no brace is left that is not escaped, and the last escaped one is there. */
  noneFrom: number;
  lastEscaped: number;
  /** Between here and this brace no other ends a line. */
  noLineEndFrom: number;
  brace: number;
}

const memos = new WeakMap<Source, BraceMemo>();

function memoOf(source: Source): BraceMemo {
  let memo = memos.get(source);
  if (memo === undefined) {
    memo = { noneFrom: Infinity, lastEscaped: -1, noLineEndFrom: Infinity, brace: -1 };
    memos.set(source, memo);
  }
  return memo;
}

/**
 * The index of the brace that closes a list whose content starts at `at`: the first that no backslash escapes or, where
 * there is none, the last that one does. -1 where nothing closes it or it would be empty.
 */
export function closingBrace(source: Source, at: number): number {
  const { text } = source;
  const known = memos.get(source);
  if (known !== undefined && at >= known.noneFrom) return known.lastEscaped > at ? known.lastEscaped : -1;
  let escaped = -1;
  for (let end = text.indexOf('}', at); end >= 0; end = text.indexOf('}', end + 1)) {
    if (end === at) return -1;
    if (text.charCodeAt(end - 1) !== 92) return end;
    escaped = end;
  }
  Object.assign(memoOf(source), { noneFrom: at, lastEscaped: escaped });
  return escaped;
}

/**
 * The closing brace that only white space follows on its line; an escaped one will do where the first is followed by
 * more.
 */
export function closingBraceOfLine(source: Source, at: number): number {
  const { text } = source;
  const first = closingBrace(source, at);
  if (first < 0 || restOfBlankLine(text, first + 1) >= 0) return first;
  const known = memos.get(source);
  if (known?.brace === first && at >= known.noLineEndFrom) return -1;
  for (let end = text.lastIndexOf('}', first - 1); end > at; end = text.lastIndexOf('}', end - 1))
    if (restOfBlankLine(text, end + 1) >= 0) return end;
  Object.assign(memoOf(source), { brace: first, noLineEndFrom: at });
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

/** Parses a list's text into `list`; warns when it has no content. */
export function readAttributeList(
  text: string,
  list: AttributeList,
  doc: Document,
  source: Source,
  offset: number,
): void {
  const trimmed = strip(text);
  if (trimmed === '' || trimmed === ':') return;
  const reader = new ListReader(text, list);
  if (!reader.readAll()) doc.warn(markdownMessages.emptyAttributeList, { text: trimmed }, source, offset);
}

export function newAttributeList(text: string, doc: Document, source: Source, offset: number): AttributeList {
  const list = createAttributeList();
  readAttributeList(text, list, doc, source, offset);
  return list;
}

/** Reads the items of one list. */
class ListReader {
  private readonly text: string;
  private readonly list: AttributeList;
  private readonly lastQuotes: Readonly<Record<string, number>>;
  /** Classes, joined at the end: there may be very many. */
  private classes: string[] | undefined = undefined;

  constructor(text: string, list: AttributeList) {
    this.text = text;
    this.list = list;
    this.lastQuotes = { '"': lastClosingQuote(text, '"'), "'": lastClosingQuote(text, "'") };
  }

  /** False when there was no item. */
  readAll(): boolean {
    const { text } = this;
    let found = false;
    let at = 0;
    while (at < text.length) {
      let end = at === 0 ? this.readItem(0) : -1;
      if (end < 0 && isSpace(text.charCodeAt(at))) end = this.readItem(at + 1);
      if (end >= 0) found = true;
      at = end >= 0 ? end : at + 1;
    }
    if (this.classes !== undefined) {
      const joined = this.classes.join(' ');
      this.list.attributes.set('class', this.classes.length > 1 ? joined.trimStart() : joined);
    }
    return found;
  }

  /** Reads one item at an index; the index after it, or -1 where there is none. */
  private readItem(at: number): number {
    const { text } = this;
    const end = attributeNameEnd(text, at);
    if (end === at) return this.readIdsAndClasses(at);
    const quote = text.charAt(end + 1);
    if (text.charCodeAt(end) === 61 && (quote === '"' || quote === "'")) {
      const close = closingQuote(text, end + 2, quote, this.lastQuotes[quote]!);
      if (close >= 0) {
        this.setValue(text.slice(at, end), text.slice(end + 2, close), quote);
        return close + 1;
      }
    }
    if (!isItemEnd(text, end)) return -1;
    this.list.refs.push(text.slice(at, end));
    return end;
  }

  private setValue(key: string, written: string, quote: string): void {
    const value = written.replace(quote === '"' ? /\\([}"])/g : /\\([}'])/g, '$1');
    if (key === 'class') this.classes = [value];
    this.list.attributes.set(key, value);
  }

  private addClass(name: string): void {
    const { attributes } = this.list;
    if (this.classes === undefined) {
      const before = attributes.get('class');
      this.classes = before === undefined ? [] : [before];
      if (before === undefined) attributes.set('class', name);
    }
    this.classes.push(name);
  }

  private readIdsAndClasses(at: number): number {
    const { text } = this;
    const found: RegExpExecArray[] = [];
    let end = at;
    for (
      let match = matchAt(ID_OR_CLASS, text, end);
      match !== null;
      match = matchAt(ID_OR_CLASS, text, end)
    ) {
      found.push(match);
      end = ID_OR_CLASS.lastIndex;
    }
    if (end === at || !isItemEnd(text, end)) return -1;
    for (const [, id, name] of found) {
      if (id === undefined) this.addClass(name ?? '');
      else this.list.attributes.set('id', id);
    }
    return end;
  }
}

function isItemEnd(text: string, at: number): boolean {
  return at >= text.length || isSpace(text.charCodeAt(at));
}

/** The quote that ends a value: followed by white space or the end, and not escaped unless no other is left. */
function closingQuote(text: string, from: number, quote: string, last: number): number {
  let escaped = -1;
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
export function blockAttributeList(source: Source, at: number): { content: string; end: number } | undefined {
  const { text } = source;
  if (text.charCodeAt(at) !== 123 || text.charCodeAt(at + 1) !== 58) return undefined;
  const next = text.charCodeAt(at + 2);
  if (next === 58 || next === 47) return undefined;
  const brace = closingBraceOfLine(source, at + 2);
  if (brace < 0) return undefined;
  return { content: text.slice(at + 2, brace), end: restOfBlankLine(text, brace + 1) };
}

/** An attribute list at a list item's start, white space around it included; `end` is after that. */
export function itemAttributeList(text: string): { content: string; end: number } | undefined {
  const at = skipSpaces(text, 0);
  if (text.charCodeAt(at) !== 123 || text.charCodeAt(at + 1) !== 58) return undefined;
  const next = text.charCodeAt(attributeNameEnd(text, at + 2));
  if (next === 58 || text.charCodeAt(at + 2) === 47) return undefined;
  const brace = closingBrace(new Source(text), at + 2);
  if (brace < 0) return undefined;
  return { content: text.slice(at + 2, brace), end: skipSpaces(text, brace + 1) };
}
