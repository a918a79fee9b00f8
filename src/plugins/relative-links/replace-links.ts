/** Finds the links of a Markdown text and gives those that lead to source files other addresses. Time grows with the text. */

import { findInlineEnd, findReferenceEnd, type LinkEnd, type Tails } from './link-end.ts';

/**
 * @param urlOf the address of a path as it is written, or undefined for what is not a file of the site
 */
export function replaceLinks(
  text: string,
  tails: Tails,
  urlOf: (path: string) => string | undefined,
): string {
  let out = '';
  let copied = 0;
  const find = createFinder(text, tails);
  for (let at = nextStart(text, 0); at < text.length; ) {
    const link = find(at);
    if (link === undefined) {
      at = nextStart(text, at + 1);
      continue;
    }
    const { start, end, path } = link;
    const url = isReplaceable(path) ? urlOf(path) : undefined;
    if (url !== undefined) {
      out += text.slice(copied, start) + link.write(url);
      copied = end;
    }
    at = nextStart(text, end);
  }
  return out + text.slice(copied);
}

interface Link {
  readonly start: number;
  readonly end: number;
  readonly path: string;
  readonly write: (url: string) => string;
}

/** Where a link may begin: at a bracket, or at the beginning of a line. */
function nextStart(text: string, from: number): number {
  for (let at = from; at < text.length; at++)
    if (text[at] === '[' || at === 0 || text[at - 1] === '\n') return at;
  return text.length;
}

/** Where a piece of a text stands, asked for from one place after another: each stretch is searched once. */
class Positions {
  readonly #text: string;
  readonly #piece: string;
  #from = 0;
  #next = -1;

  constructor(text: string, piece: string) {
    this.#text = text;
    this.#piece = piece;
  }

  /** The first at `from` or behind it; the length of the text where there is none. */
  from(from: number): number {
    if (from >= this.#from && from <= this.#next) return this.#next;
    const found = this.#text.indexOf(this.#piece, from);
    this.#from = from;
    this.#next = found < 0 ? this.#text.length : found;
    return this.#next;
  }
}

/** Finds the link that begins at a place, given in rising order; what has failed once is not tried again. */
function createFinder(text: string, tails: Tails): (start: number) => Link | undefined {
  /** No `](` before this place is the middle of a link. */
  let inlineFailedTo = 0;
  /** No definition begins before this place. */
  let referenceFailedTo = 0;

  const newlines = new Positions(text, '\n');
  const middles = new Positions(text, '](');
  const lastParenthesis = text.lastIndexOf(')');

  const inline = (start: number): Link | undefined => {
    const lineEnd = newlines.from(start);
    let close = middles.from(Math.max(start, inlineFailedTo));
    for (; close < lineEnd; close = middles.from(close + 1)) {
      const end = close < lastParenthesis ? findInlineEnd(text, close + 2, tails) : undefined;
      if (end !== undefined) return toLink(text, start, close, end, '');
      inlineFailedTo = close + 1;
    }
    inlineFailedTo = Math.max(inlineFailedTo, Math.min(close, lineEnd));
    return undefined;
  };

  /** A definition takes the blank lines before it along and leaves one line end in their place. */
  const reference = (start: number): Link | undefined => {
    if (start < referenceFailedTo) return undefined;
    let bracket = start;
    while (isSpace(text[bracket])) bracket++;
    const close = text[bracket] === '[' ? labelEnd(text, bracket) : undefined;
    if (close === undefined) {
      referenceFailedTo = bracket + 1;
      return undefined;
    }
    return toLink(text, bracket, close, findReferenceEnd(text, close + 3, tails), '\n', start);
  };

  return (start) =>
    (text[start] === '[' ? inline(start) : undefined) ??
    (start === 0 || text[start - 1] === '\n' ? reference(start) : undefined);
}

/** @param before what is printed before the bracket: a line end makes it a definition */
function toLink(
  text: string,
  bracket: number,
  close: number,
  { path, fragment, title, end }: LinkEnd,
  before: string,
  start = bracket,
): Link {
  const label = text.slice(bracket + 1, close);
  const [open, shut] = before === '' ? ['](', ')'] : [']: ', ''];
  return {
    start,
    end,
    path,
    write: (url) => `${before}[${label}${open}${url}${fragment}${title}${shut}`,
  };
}

/** Where the label of a definition ends: at the first `]: ` of its line that anything follows. */
function labelEnd(text: string, bracket: number): number | undefined {
  const newline = text.indexOf('\n', bracket);
  const lineEnd = newline < 0 ? text.length : newline;
  const close = text.slice(bracket, lineEnd).indexOf(']: ');
  return close < 0 || bracket + close + 3 >= lineEnd ? undefined : bracket + close;
}

function isSpace(character: string | undefined): boolean {
  return character !== undefined && /\s/.test(character);
}

function isReplaceable(path: string): boolean {
  return !path.startsWith('#') && !/^[a-z][a-z0-9+.-]*:/i.test(path);
}
