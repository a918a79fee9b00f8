/** Clojure. */
import { re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { quoted } from '../lexing/scanner.ts';
import { byWord, classify, type WordLists } from '../lexing/words.ts';
import { BUILTINS } from '../words/clojure.ts';

const symbol = /[\w!$%*+,<=>?/.-]+/;
const keyword = /[\w!#$%*+,<=>?/.-]+/;
const LISTS: WordLists = [
  ['k', 'fn def defn defmacro defmethod defmulti defn- defstruct if cond let for'],
  ['nb', BUILTINS],
];
const kind = classify(LISTS);

export const clojure = defineLexer({
  tag: 'clojure',
  states: () => ({
    root: [
      [/;.*/, 'c1'],
      [/\s+/, 'w'],
      [/-?\d+\.\d+/, 'mf'],
      [/-?\d+/, 'mi'],
      [quoted('"'), 's'],
      [re()`'${keyword}`, 'ss'],
      [re()`::?${keyword}`, 'no'],
      [/\\./, 'sc'],
      [/~@|[`'#^~&@]/, 'o'],
      [re()`(\()(\s*)(${symbol})`, (lexing) => lexing.groups('p', 'w', kind(lexing.group(3)) ?? 'nf')],
      [symbol, byWord(LISTS, 'n')],
      [/[[\]{}()]/, 'p'],
    ],
  }),
});
