/** The parentheses of a link: `(url)`, `(<url>)`, `(url "title")`. Parentheses within the url are counted. */

import { isSpace } from '../../../ruby/characters.ts';
import { strip } from '../../../ruby/text.ts';
import type { AttributeList } from '../tree/element.ts';
import { skipSpaces } from '../tree/scan.ts';
import type { SpanState } from './state.ts';

/** Where a link leads. */
export interface Target {
  readonly url: string;
  readonly title: string | undefined;
  readonly ial?: AttributeList | undefined;
  /** The index after the link. */
  readonly end: number;
}

/** Reads from the opening parenthesis on; undefined where no link can be made of it. */
export function readDestination(state: SpanState, at: number): Target | undefined {
  const { text, doc } = state;
  if (text.charCodeAt(at + 1) === 60) {
    const close = text.indexOf('>', at + 2);
    const line = text.indexOf('\n', at + 2);
    if (close >= 0 && (line < 0 || close < line)) {
      const url = text.slice(at + 2, close);
      if (text.charCodeAt(close + 1) === 41) return { url, title: undefined, end: close + 2 };
      return withTitle(state, url, close + 1);
    }
  }
  if (!doc.limits.mayAttempt()) return undefined;
  const url = readUrl(text, at);
  if (url.closed) return { url: url.text, title: undefined, end: url.end };
  doc.limits.failedAttempt(url.end - at);
  return withTitle(state, url.text, url.end);
}

/** The url up to its closing parenthesis, or to the white space before a title. */
function readUrl(text: string, at: number): { text: string; end: number; closed: boolean } {
  let depth = 0;
  let end = at + 1;
  for (let pos = at; pos < text.length; pos++) {
    const code = text.charCodeAt(pos);
    if (code === 40) depth++;
    else if (code === 41) depth--;
    else if (!isSpace(code) || !isQuote(text.charCodeAt(pos + 1))) continue;
    end = pos + 1;
    if (depth === 0 || isSpace(code)) break;
  }
  return { text: strip(text.slice(at + 1, end - 1)), end, closed: depth === 0 };
}

function isQuote(code: number): boolean {
  return code === 34 || code === 39;
}

function withTitle(state: SpanState, url: string, at: number): Target | undefined {
  const { text, doc } = state;
  const start = skipSpaces(text, at);
  if (!isQuote(text.charCodeAt(start)) || !doc.limits.mayAttempt()) return undefined;
  const quote = text.charAt(start);
  for (let close = text.indexOf(quote, start + 2); close >= 0; close = text.indexOf(quote, close + 1)) {
    const end = skipSpaces(text, close + 1);
    if (text.charCodeAt(end) === 41) return { url, title: text.slice(start + 1, close), end: end + 1 };
  }
  doc.limits.failedAttempt(text.length - start);
  return undefined;
}
