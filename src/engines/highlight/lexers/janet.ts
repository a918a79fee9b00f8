/** Janet. */
import { again, goto, pop, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { nearest, type Scanner } from '../lexing/scanner.ts';
import { classify } from '../lexing/words.ts';
import { BUNDLED } from '../words/janet.ts';

const kind = classify([
  ['k', 'break def do fn if quote quasiquote splice set unquote var while'],
  ['kr', BUNDLED],
]);

const punctuation = '_!$%^&*+=~<>.?/-';
const inside = String.raw`[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}:${punctuation}]`;
const symbol = String.raw`[\p{Alphabetic}${punctuation}]${inside}*`;

/** From some backticks to as many; from fewer of them, where not so many follow. */
const longString: Scanner = {
  first: '@`',
  scan(text, at, seen) {
    const from = text[at] === '@' ? at + 1 : at;
    let inside = from;
    while (text[inside] === '`') inside++;
    const ticks = inside - from;
    if (ticks === 0) return -1;
    let close = '`'.repeat(ticks);
    let { found, end } = nearest(text, inside, close, seen);
    if (found < text.length) return end;
    let longest = 0;
    for (const [run] of text.slice(inside).matchAll(/`+/g)) longest = Math.max(longest, run.length);
    const half = Math.floor(ticks / 2);
    if (longest <= half) return half > 0 ? from + 2 * half : -1;
    close = '`'.repeat(longest);
    ({ found, end } = nearest(text, inside, close, seen));
    return end;
  },
};

export const janet = defineLexer({
  tag: 'janet',
  states: () => ({
    root: [
      [/#.*/, 'c1'],
      [/\s+/, 'w'],
      [/(?:true|false|nil)\b/, 'no'],
      [re()`(['~])(${symbol})`, ['o', 'ss']],
      [re()`:${inside}*`, 'kc'],
      [/[+-]?\d{1,2}r[\w.]+(?:&[+-]?\w+)?/, 'mf'],
      [/[+-]?0x(?:[0-9a-fA-F][0-9a-fA-F_]*(?:\.[0-9a-fA-F][0-9a-fA-F_]*)?|\.[0-9a-fA-F][0-9a-fA-F_]*)/, 'mh'],
      [/[+-]?(?:\d[\d_]*(?:\.\d[\d_]*)?|\.\d[\d_]*)(?:e[+-]?\d+)?/i, 'mf'],
      [/@?"/, 's2', 'string'],
      [longString, 'sh'],
      [/\(/, 'p', 'function'],
      [/(')(@?[([{])/, ['o', 'p'], 'quote'],
      [/(~)(@?[([{])/, ['o', 'p'], 'quasiquote'],
      [/[~,';|]/, 'o'],
      [/@?[(){}[\]]/, 'p'],
      [re()`${symbol}`, 'n'],
    ],
    string: [
      [/"/, 's2', pop],
      [/\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{6}|.)/, 'se'],
      [/[^"\\]+/, 's2'],
    ],
    function: [
      [/\)/, 'p', pop],
      [re()`quote(?!${inside})`, 'k', goto('quote')],
      [re()`quasiquote(?!${inside})`, 'k', goto('quasiquote')],
      [re()`${symbol}`, (lexing) => lexing.token(kind(lexing.matched) ?? 'nf'), goto('root')],
      'root',
    ],
    quote: [[/[([{]/, 'p', again], [/[)\]}]/, 'p', pop], [re()`${symbol}`, 'se'], 'root'],
    quasiquote: [
      [/(,)(\()/, ['o', 'p'], 'function'],
      [/(\()(\s*)(unquote)(\s+)(\()/, ['p', '', 'k', '', 'p'], 'function'],
      [re()`(,)(${symbol})`, ['o', 'n']],
      [re()`(\()(\s*)(unquote)(\s+)(${symbol})`, ['p', '', 'k', '', 'n']],
      'quote',
    ],
  }),
});
