/** Rouge's `find_fancy`: from a name with options (`console?lang=zsh`, `guess`) to a lexer at its beginning. */

import { consoleLexer } from '../lexers/console.ts';
import { httpLexer } from '../lexers/http.ts';
import { plaintext } from '../lexers/plaintext.ts';
import { vueLexer } from '../lexers/vue.ts';
import type { Lexer, LexerOptions, RunningLexer } from '../lexing/lexer.ts';
import { guessTag } from './guess.ts';
import { tagNamed } from './names.ts';
import { LEXERS, LEXERS_WITH_OTHERS } from './registry.ts';

/** Returns lexers for the languages of Rouge's that have none here, by Rouge's tag. */
export type Fallback = (tag: string) => Lexer | undefined;

export interface Found {
  readonly tag: string;
  readonly lexer: RunningLexer;
}

/** Finds a lexer by a fence's info string; undefined where Rouge knows no such language. */
export type FindLexer = (name: string, code?: string) => Found | undefined;

/** Makes the finder; `loadFallback` is called when a language first needs it. */
export function createFinder(loadFallback?: () => Fallback): FindLexer {
  const own = new Map<string, Lexer>(LEXERS.map((lexer) => [lexer.tag, lexer]));
  let fallback: Fallback | undefined;

  const named = (name: string): Lexer | undefined => {
    const tag = tagNamed(name);
    if (tag === undefined) return undefined;
    const known = own.get(tag);
    if (known !== undefined) return known;
    fallback ??= loadFallback?.();
    return fallback?.(tag) ?? { tag, start: (options) => plaintext.start(options) };
  };

  const find: FindLexer = (written, code) => {
    const { name, options } = parseName(written);
    const lexer = named(name === 'guess' ? guessTag(code) : name);
    return lexer && { tag: lexer.tag, lexer: lexer.start(options) };
  };

  own.set('console', consoleLexer(named));
  own.set('http', httpLexer(named));
  own.set('vue', vueLexer(named));
  for (const [tag, make] of Object.entries(LEXERS_WITH_OTHERS)) {
    own.set(
      tag,
      make((name, code) => find(name, code)?.lexer),
    );
  }
  return find;
}

/** `name?key=value&flag`, read as a query string. */
function parseName(written: string): { readonly name: string; readonly options: LexerOptions } {
  const mark = written.indexOf('?');
  if (mark < 0) return { name: written, options: {} };
  const options: Record<string, string | true | readonly string[]> = {};
  const query = new Map<string, string[]>();
  for (const pair of written.slice(mark + 1).split(/[&;]/)) {
    const [key = '', ...value] = pair.split('=');
    if (key === '') continue;
    const values = query.get(decode(key)) ?? [];
    query.set(decode(key), value.length === 0 ? values : [...values, decode(value.join('='))]);
  }
  for (const [key, values] of query) {
    const [first] = values;
    options[key] = first === undefined ? true : values.length === 1 ? first : values;
  }
  return { name: written.slice(0, mark), options };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
