/** Quotes that turn into opening or closing ones by what stands around them. */

import { charLength, isBoundaryWord, isDigit, isSpace, isWord } from '../../../ruby/characters.ts';
import type { SpanState } from './state.ts';

type Quote = 'lsquo' | 'rsquo' | 'ldquo' | 'rdquo';

/** What a rule found: how much text stands before the quotes, and the quotes. */
interface Found {
  readonly before: number;
  readonly quotes: readonly Quote[];
}

const PUNCTUATION = '!"#$%\'()*+,-./:;<=>?@[\\]^_`{|}~';
const OPENING_CONTEXT = ' \\\t\r\n[{(-';

const isQuote = (code: number): boolean => code === 34 || code === 39;
const opening = (code: number): Quote => (code === 34 ? 'ldquo' : 'lsquo');
const closing = (code: number): Quote => (code === 34 ? 'rdquo' : 'rsquo');

export function smartQuotes(state: SpanState): boolean {
  const { text, pos } = state;
  const code = text.charCodeAt(pos);
  const length = charLength(text, pos);
  if (!isQuote(code) && (code === 92 || !isQuote(text.charCodeAt(pos + length)))) return false;
  const found = findQuotes(text, pos, length);
  if (found.before > 0) state.addText(text.slice(pos, pos + found.before));
  for (const quote of found.quotes) state.push('smart_quote', quote);
  state.pos = pos + found.before + found.quotes.length;
  return true;
}

/** The first rule that fits; `length` is that of the character at `at`. */
function findQuotes(text: string, at: number, length: number): Found {
  const code = text.charCodeAt(at);
  if (isQuote(code)) {
    if (opensEmphasis(text, at + 1)) return { before: 0, quotes: [opening(code)] };
    if (closesBeforePunctuation(text, at + 1)) return { before: 0, quotes: [closing(code)] };
  }
  const space = isSpace(code) ? 1 : 0;
  const first = text.charCodeAt(at + space);
  const second = text.charCodeAt(at + space + 1);
  if (isQuote(first)) {
    if (isQuote(second) && first !== second && isWord(text.charCodeAt(at + space + 2)))
      return { before: space, quotes: [opening(first), opening(second)] };
    if (first === 39 && isDecade(text, at + space + 1)) return { before: space, quotes: ['rsquo'] };
    if (space === 1 && isWord(second)) return { before: 1, quotes: [opening(first)] };
  }
  const next = text.charCodeAt(at + length);
  if (isQuote(next) && !OPENING_CONTEXT.includes(text.charAt(at)))
    return { before: length, quotes: [closing(next)] };
  if (isQuote(code) && endsWord(text, at + 1)) return { before: 0, quotes: [closing(code)] };
  return openingQuote(code, next, length);
}

/** What is left opens: a single quote here or next, else a double one. */
function openingQuote(code: number, next: number, length: number): Found {
  if (next === 39) return { before: length, quotes: ['lsquo'] };
  if (code === 39) return { before: 0, quotes: ['lsquo'] };
  return { before: next === 34 ? length : 0, quotes: ['ldquo'] };
}

/** `"*word` */
function opensEmphasis(text: string, at: number): boolean {
  const marker = text.charCodeAt(at);
  return (marker === 95 || marker === 42) && at + 1 < text.length && !isSpace(text.charCodeAt(at + 1));
}

/** `".` but not `"...` and not `"_word` */
function closesBeforePunctuation(text: string, at: number): boolean {
  if (at >= text.length || !PUNCTUATION.includes(text.charAt(at)) || text.startsWith('..', at + 1))
    return false;
  return isBoundaryWord(text.charCodeAt(at)) === isBoundaryWord(text.codePointAt(at + 1));
}

/** the `'80s` */
function isDecade(text: string, at: number): boolean {
  return isDigit(text.charCodeAt(at)) && isDigit(text.charCodeAt(at + 1)) && text.charCodeAt(at + 2) === 115;
}

/** White space, the end of a line, or the `s` of a genitive. */
function endsWord(text: string, at: number): boolean {
  if (at >= text.length || isSpace(text.charCodeAt(at))) return true;
  return text.charCodeAt(at) === 115 && !isBoundaryWord(text.codePointAt(at + 1));
}
