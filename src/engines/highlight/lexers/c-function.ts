/** Finds the head of a function definition or declaration in C, which Rouge marks at the top level of a file. */
import type { Lexing, Rule } from '../lexing/lexer.ts';
import { nearest, type Scanner, type Seen } from '../lexing/scanner.ts';

const OUTSIDE_RUN = /[^\w*\s]/g;
const NOT_SPACE = /\S/g;
const NAME_BEFORE = /^[a-zA-Z_]\w*$/;
const HEAD = /^([\w*\s]*[\s*])([a-zA-Z_]\w*)\s*\(/;

/** What follows blanks and comments; a block comment is on one line. */
function pastComments(text: string, from: number, seen: Seen): number {
  const known = seen.get(pastComments);
  let here = from;
  let first = -1;
  for (;;) {
    here = nearest(text, here, NOT_SPACE, seen).found;
    if (text.startsWith('//', here)) here = nearest(text, here, '\n', seen).end;
    else if (text.startsWith('/*', here)) {
      const { found, end } = nearest(text, here + 2, '*/', seen);
      if (found >= nearest(text, here + 2, '\n', seen).found) break;
      here = end;
    } else break;
    // many parentheses in one comment lead to its end
    if (here === known?.from) here = known.found;
    if (first < 0) first = here;
  }
  if (first >= 0) seen.set(pastComments, { from: first, found: here, end: here });
  return here;
}

/** The end of a parenthesis or of the `tail` behind it, whichever a brace or semicolon follows; -1 where none does. */
function signatureEnd(text: string, from: number, seen: Seen, tail: RegExp | undefined): number {
  for (const end of tail === undefined ? [from] : [tailEnd(text, from, tail), from]) {
    const next = pastComments(text, end, seen);
    if (next < text.length && '{;'.includes(text.charAt(next))) return end;
  }
  return -1;
}

function tailEnd(text: string, from: number, tail: RegExp): number {
  tail.lastIndex = from;
  return tail.test(text) ? tail.lastIndex : from;
}

/** The closing parenthesis that a brace or semicolon follows, with a tail and comments between, and the end of that. */
function closing(
  text: string,
  from: number,
  seen: Seen,
  tail: RegExp | undefined,
): { readonly found: number; readonly end: number } {
  const known = seen.get(closing);
  if (known !== undefined && known.from <= from && from <= known.found) return known;
  let found = text.indexOf(')', from);
  let end = text.length;
  for (; found >= 0; found = text.indexOf(')', found + 1)) {
    const signature = signatureEnd(text, found + 1, seen, tail);
    if (signature < 0) continue;
    end = pastComments(text, signature, seen) + 1;
    break;
  }
  const result = { from, found: found < 0 ? text.length : found, end };
  seen.set(closing, result);
  return result;
}

const HEAD_START = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_* \t\n\r\f\v';

/**
 * The rule for `int main(void) {`: words and stars, a name, parentheses without a semicolon in them, `{` or `;`. A sticky
 * `tail` is what a language has behind the parentheses. The parts of the match are lexed themselves, the name is a function's.
 */
export function functionRule(tail?: RegExp): Rule<undefined> {
  const head: Scanner = {
    first: HEAD_START,
    scan(text, at, seen) {
      const open = nearest(text, at, OUTSIDE_RUN, seen).found;
      if (text.charAt(open) !== '(') return -1;
      let known = seen.get(head);
      if (known?.from !== open) {
        let nameEnd = open;
        while (nameEnd > at && /\s/.test(text.charAt(nameEnd - 1))) nameEnd--;
        let nameStart = nameEnd;
        while (nameStart > at && /\w/.test(text.charAt(nameStart - 1))) nameStart--;
        const close = closing(text, open + 1, seen, tail);
        const ends = close.found < text.length && nearest(text, open + 1, ';', seen).found > close.found;
        const named = NAME_BEFORE.test(text.slice(nameStart, nameEnd));
        known = { from: open, found: ends && named ? nameStart : -1, end: close.end };
        seen.set(head, known);
      }
      return known.found >= at + 2 ? known.end : -1;
    },
  };
  return [head, (lexing) => functionTokens(lexing, tail)];
}

function functionTokens(lexing: Lexing<undefined>, tail: RegExp | undefined): void {
  const text = lexing.matched;
  const [head = '', before = '', name = ''] = HEAD.exec(text) ?? [];
  const { found } = closing(text, head.length, new Map(), tail);
  const signature = signatureEnd(text, found + 1, new Map(), tail);
  lexing.recurse(before);
  lexing.token('nf', name);
  lexing.recurse(text.slice(before.length + name.length, signature));
  lexing.recurse(text.slice(signature, -1));
  const last = text.slice(-1);
  lexing.token('p', last);
  if (last === '{') lexing.push('function');
}
