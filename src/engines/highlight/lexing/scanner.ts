/**
 * Matchers for what a sticky pattern can't find in linear time: a closing mark that may be missing, a run that is
 * tried again at each of its characters. Used in lexers' tables beside patterns.
 */
import { toRegExp, type Written } from './pattern.ts';

/** Finds the end of a match that begins at `at`, or -1. */
export interface Scanner {
  /** The characters a match may begin with. */
  readonly first: string;
  /** True where it may match at the start of a line only. */
  readonly lineStart?: boolean;
  readonly scan: (text: string, at: number, seen: Seen) => number;
}

/** What is known of the present text: for each thing looked for, where the last search began and what it found. */
export type Seen = Map<unknown, { readonly from: number; readonly found: number; readonly end: number }>;

/**
 * A pattern that, where it fails, fails again up to the next match of `until`, which may be there itself: it isn't tried
 * before.
 */
export interface Guarded {
  readonly pattern: Written;
  /** Has the flag `g`. */
  readonly until: () => RegExp;
}

/** What a rule may match with. */
export type Matcher = Written | Scanner | Guarded;

/** What may begin a word. */
const WORD = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';

/** `first` of a scanner that may begin with any character. */
export const ANY = Array.from({ length: 129 }, (_, code) => String.fromCharCode(code)).join('');

export function isScanner(when: Matcher): when is Scanner {
  return 'scan' in when;
}

export function isGuarded(when: Matcher): when is Guarded {
  return 'until' in when;
}

export function guarded(pattern: Written, until: Written): Guarded {
  let search: RegExp | undefined;
  return { pattern, until: () => (search ??= toRegExp(until, 'g')) };
}

/** The nearest `needle` at or after `from`: its start and end, the text's length twice where there is none. What is found is kept by `key`. */
export function nearest(
  text: string,
  from: number,
  needle: string | RegExp,
  seen: Seen,
  key: unknown = needle,
): { readonly found: number; readonly end: number } {
  const known = seen.get(key);
  if (known !== undefined && known.from <= from && from <= known.found) return known;
  let found = text.length;
  let end = found;
  if (typeof needle === 'string') {
    const index = text.indexOf(needle, from);
    if (index >= 0) [found, end] = [index, index + needle.length];
  } else {
    needle.lastIndex = from;
    const match = needle.exec(text);
    if (match !== null) [found, end] = [match.index, match.index + match[0].length];
  }
  const result = { from, found, end };
  seen.set(key, result);
  return result;
}

/**
 * From `open` to the nearest `close` behind it, over any lines or on the same line only. A pattern for `open` needs
 * its first characters given; patterns for `close` carry the flag `g`.
 */
export function between(
  open: string | RegExp,
  close: string | RegExp,
  { first, sameLine = false }: { readonly first?: string; readonly sameLine?: boolean } = {},
): Scanner {
  const sticky = typeof open === 'string' ? undefined : new RegExp(open.source, open.flags + 'y');
  return {
    first: first ?? (typeof open === 'string' ? open.charAt(0) : ''),
    scan(text, at, seen) {
      let inside: number;
      if (sticky === undefined) {
        if (typeof open !== 'string' || !text.startsWith(open, at)) return -1;
        inside = at + open.length;
      } else {
        sticky.lastIndex = at;
        if (!sticky.test(text)) return -1;
        inside = sticky.lastIndex;
      }
      const { found, end } = nearest(text, inside, close, seen);
      if (found === text.length) return -1;
      return sameLine && nearest(text, inside, '\n', seen).found < found ? -1 : end;
    },
  };
}

/** At least one character, up to the next mark or the end of the text. Patterns carry the flag `g`. */
export function upTo(mark: string | RegExp): Scanner {
  return { first: ANY, scan: (text, at, seen) => nearest(text, at + 1, mark, seen).found };
}

/** At least one character, up to the next mark; fails where there is none. Patterns carry the flag `g`. */
export function before(mark: string | RegExp): Scanner {
  return {
    first: ANY,
    scan(text, at, seen) {
      const { found } = nearest(text, at + 1, mark, seen);
      return found < text.length ? found : -1;
    },
  };
}

/** One of `first`, a run of what `body` matches, and then `close`; where a run ends without it is remembered. */
export function run(first: string, body: RegExp, close: string): Scanner {
  const sticky = new RegExp(body.source, body.flags + 'y');
  const scanner: Scanner = {
    first,
    scan(text, at, seen) {
      const known = seen.get(scanner);
      if (known !== undefined && known.from <= at && at < known.found) return -1;
      sticky.lastIndex = at + 1;
      const end = sticky.test(text) ? sticky.lastIndex : at + 1;
      if (text.startsWith(close, end)) return end + close.length;
      seen.set(scanner, { from: at, found: end, end });
      return -1;
    },
  };
  return scanner;
}

/**
 * From a quote to the nearest one that no backslash escapes, over any lines; where all are escaped, to the last one
 * of the text (as Ruby's backtracking finds it).
 */
export function quoted(quote: string, prefix = ''): Scanner {
  const body = `[^${quote}\\\\]`;
  const whole = new RegExp(`${prefix}${quote}${body}*(?:\\\\[\\s\\S]${body}*)*${quote}`, 'y');
  return {
    first: prefix.charAt(0) || quote,
    scan(text, at) {
      if (!text.startsWith(prefix + quote, at)) return -1;
      whole.lastIndex = at;
      if (whole.test(text)) return whole.lastIndex;
      const last = text.lastIndexOf(quote);
      return last > at + prefix.length ? last + 1 : -1;
    },
  };
}

/** A quoted string over any lines in which a backslash escapes any character but a newline, where it ends the attempt. */
export function quotedStrictly(quote: string): Guarded {
  const written = { source: `${quote}(?:[^${quote}\\\\]|\\\\.)*${quote}`, flags: '' };
  return guarded(written, /(?<!\\)(?:\\\\)*\\\n/);
}

/** From `open` to the end that it announces in its last group, as raw strings and here-documents do. */
export function announced(first: string, open: Written, closeOf: (mark: string) => string | RegExp): Scanner {
  let sticky: RegExp | undefined;
  return {
    first,
    scan(text, at, seen) {
      sticky ??= toRegExp(open, 'y');
      sticky.lastIndex = at;
      const match = sticky.exec(text);
      if (match === null) return -1;
      const close = closeOf(match.at(-1) ?? '');
      const key = typeof close === 'string' ? close : `${close}`;
      const { found, end } = nearest(text, sticky.lastIndex, close, seen, key);
      return found < text.length ? end : -1;
    },
  };
}

/** A whole word of a list. No more is read than the longest of them is, because a language may take less than the word. */
export function listed(list: string): Scanner {
  let words: ReadonlySet<string> | undefined;
  let word: RegExp | undefined;
  let inside: RegExp | undefined;
  return {
    first: WORD,
    scan(text, at) {
      words ??= new Set(list.trim().split(/\s+/));
      word ??= new RegExp(`\\w{1,${Math.max(...[...words].map(({ length }) => length)) + 1}}`, 'y');
      inside ??= /[\p{L}\p{M}\p{N}\p{Pc}]/uy;
      word.lastIndex = at;
      if (!word.test(text)) return -1;
      const end = word.lastIndex;
      if (!words.has(text.slice(at, end))) return -1;
      inside.lastIndex = end;
      return inside.test(text) ? -1 : end;
    },
  };
}
