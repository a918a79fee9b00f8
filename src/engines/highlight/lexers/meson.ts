/** Meson's build files. */
import { type Lexing, pop, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { classify } from '../lexing/words.ts';
import { FUNCTIONS, KEYWORDS, VARIABLES } from '../words/meson.ts';

interface OpenString {
  readonly isFormatted: boolean;
  readonly quote: string;
}

const called = classify([['nb', FUNCTIONS]]);
const kind = classify([
  ['nb', VARIABLES],
  ['k', KEYWORDS],
]);
const name = re()`[\p{Alphabetic}_][\p{Alphabetic}\p{Nd}_]*`;

function openString(lexing: Lexing<OpenString[]>): void {
  lexing.groups('sa', 's');
  lexing.data.push({ isFormatted: lexing.group(1) !== '', quote: lexing.group(2) });
  lexing.push('string');
}

function quote(lexing: Lexing<OpenString[]>): void {
  lexing.token('s');
  if (lexing.data.at(-1)?.quote !== lexing.matched) return;
  lexing.data.pop();
  lexing.pop();
}

function at(lexing: Lexing<OpenString[]>): void {
  const { isFormatted = false } = lexing.data.at(-1) ?? {};
  lexing.token(isFormatted ? 'si' : 's');
  if (isFormatted) lexing.push('field');
}

export const meson = defineLexer<OpenString[]>({
  tag: 'meson',
  data: () => [],
  states: () => ({
    root: [
      [/\n+/, ''],
      [/[^\S\n]+/, ''],
      [/#.*\n?/, 'c1'],
      [/[[\]{}:(),;.]/, 'p'],
      [/\\\n?/, ''],
      [/(?:in|and|or|not)\b/, 'ow'],
      [/[-+/*%=<>]=?|!=/, 'o'],
      [/(f?)('''|')/i, openString],
      // the blanks before the parenthesis count as part of the name
      [re()`${name}\b\s*(?=\()`, (lexing) => lexing.token(called(lexing.matched) ?? 'n')],
      [re()`${name}(?!\s*:)`, (lexing) => lexing.token(kind(lexing.matched) ?? 'n')],
      [name, 'n'],
      [/0b(?:_?[0-1])+/i, 'mb'],
      [/0o(?:_?[0-7])+/i, 'mo'],
      [/0x(?:_?[a-f0-9])+/i, 'mh'],
      [/[1-9](?:_?[0-9])*|0(?:_?0)*/, 'mi'],
    ],
    string: [
      [/[^'\\@]+/, 's'],
      [/'''|'/, quote],
      [/(?=\\)/, 's', 'escape'],
      [/@/, at],
    ],
    escape: [
      [
        /\\(?:[\\abfnrtv']|N\{[a-zA-Z][a-zA-Z ]+[a-zA-Z]\}|u[a-fA-F0-9]{4}|U[a-fA-F0-9]{8}|x[a-fA-F0-9]{2}|[0-7]{1,3})/,
        'se',
        pop,
      ],
      [/\\./, 's', pop],
    ],
    field: [
      [/[^@]+/, (lexing) => lexing.recurse()],
      [/@/, 'si', pop],
    ],
  }),
});
