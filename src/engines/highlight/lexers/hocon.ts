/** HOCON, the JSON of configurations. */
import { type Lexing, pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { guarded, nearest, type Scanner } from '../lexing/scanner.ts';
import { jsonStates } from './json.ts';

const AFTER_KEY = /"\s*(?:[:=]|(?=\{))/g;

/** From a quote to the nearest on its line that a value follows; what quotes are between belong to the key. */
const quotedKey: Scanner = {
  first: '"',
  scan(text, at, seen) {
    const { found, end } = nearest(text, at + 1, AFTER_KEY, seen);
    return found < nearest(text, at + 1, '\n', seen).found ? end : -1;
  },
};

function keyTokens(lexing: Lexing<undefined>): void {
  const key = lexing.matched.slice(0, lexing.matched.lastIndexOf('"') + 1);
  const rest = lexing.matched.slice(key.length);
  const mark = /[:=]$/.exec(rest)?.[0] ?? '';
  lexing.token('nl', key);
  lexing.token('w', rest.slice(0, rest.length - mark.length));
  lexing.token('p', mark);
}

export const hocon = defineLexer({
  tag: 'hocon',
  states: () => ({
    ...jsonStates,
    comments: [
      [/\/\/.*/, 'c1'],
      [/#.*/, 'c1'],
    ],
    root: ['comments', ...jsonStates.root],
    object: [[/(?:include|url|file|classpath)\b/, 'k'], ...jsonStates.object],
    name: [
      [quotedKey, keyTokens],
      [guarded(/([-\w.]+)(\s*)([:=]|(?=\{))/, /[^-\w.]/), ['nl', 'w', 'p']],
    ],
    value: [
      'comments',
      [/\s+/, 'w'],
      'constants',
      [/\$\{\??/, 'si', 'interpolation'],
      [/"""/, 's2', 'multiline-string'],
      [/"/, 's2', 'string'],
      [/\[/, 'p', 'array'],
      [/\{/, 'p', 'object'],
      [/[()=]/, 'p'],
      // one character at a time, as a name or a number may begin with the next
      [/[^$"{}[\]:=,+#`^?!@*&]/, 'l'],
    ],
    interpolation: [
      [/[\w.-]/, 'nv'],
      [/\}/, 'si', pop],
    ],
    string: [[/\$\{\??/, 'si', 'interpolation'], [/[^\\"${]+/, 's2'], ...jsonStates.string],
    'multiline-string': [[/"[^"]{1,2}/, 's2'], 'string', [/"""/, 's2', pop]],
    constants: [[guarded(/\d+\.\d(?:\.?\d){2,}\.?/, /\D/), 'l'], ...jsonStates.constants],
  }),
});
