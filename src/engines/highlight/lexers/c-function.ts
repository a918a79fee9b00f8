/** Finds the head of a function definition or declaration in C, which Rouge marks at the top level of a file. */
import type { Lexing } from '../lexing/lexer.ts';
import { nearest, type Scanner } from '../lexing/scanner.ts';

const OUTSIDE_RUN = /[^\w*\s]/g;
/** A closing parenthesis and the brace or semicolon behind it, with comments between. */
const CLOSE = /\)(?:\s|\/\/[^\n]*\n|\/\*(?:[^*\n]|\*(?!\/))*\*\/)*[{;]/g;
const NAME_BEFORE = /^[a-zA-Z_]\w*$/;
const HEAD = /^([\w*\s]*[\s*])([a-zA-Z_]\w*)\s*\(/;

/** `int main(void) {`: words and stars, a name, parentheses without a semicolon in them, `{` or `;`. */
export const functionHead: Scanner = {
  first: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_* \t\n\r\f\v',
  scan(text, at, seen) {
    const open = nearest(text, at, OUTSIDE_RUN, seen).found;
    if (text.charAt(open) !== '(') return -1;
    let known = seen.get(functionHead);
    if (known?.from !== open) {
      let nameEnd = open;
      while (nameEnd > at && /\s/.test(text.charAt(nameEnd - 1))) nameEnd--;
      let nameStart = nameEnd;
      while (nameStart > at && /\w/.test(text.charAt(nameStart - 1))) nameStart--;
      const close = nearest(text, open + 1, CLOSE, seen);
      const ends = close.found < text.length && nearest(text, open + 1, ';', seen).found > close.found;
      const named = NAME_BEFORE.test(text.slice(nameStart, nameEnd));
      known = { from: open, found: ends && named ? nameStart : -1, end: close.end };
      seen.set(functionHead, known);
    }
    return known.found >= at + 2 ? known.end : -1;
  },
};

/** Gives the tokens of a head: its parts are C themselves, the name is a function's. */
export function functionTokens(lexing: Lexing<undefined>): void {
  const text = lexing.matched;
  const [head = '', before = '', name = ''] = HEAD.exec(text) ?? [];
  CLOSE.lastIndex = head.length;
  const close = CLOSE.exec(text)?.index ?? head.length;
  lexing.recurse(before);
  lexing.token('nf', name);
  lexing.recurse(text.slice(before.length + name.length, close + 1));
  lexing.recurse(text.slice(close + 1, -1));
  const last = text.slice(-1);
  lexing.token('p', last);
  if (last === '{') lexing.push('function');
}
