/** Erlang. */
import { pop, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { guarded, listed } from '../lexing/scanner.ts';
import { BUILTINS, KEYWORDS, OPERATORS } from '../words/erlang.ts';

const atom = /[a-z][a-zA-Z0-9_]*|'[^\n']*[^\\]'/;
const variable = /[A-Z_][a-zA-Z0-9_]*/;
const escaped = /\\(?:[bdefnrstv'"\\/]|[0-7][0-7]?[0-7]?|\^[a-zA-Z])/;

export const erlang = defineLexer({
  tag: 'erlang',
  states: () => ({
    root: [
      [/\s+/, ''],
      [guarded(/%.*\n/, /\n/), 'c'],
      [listed(KEYWORDS), 'k'],
      [listed(BUILTINS), 'nb'],
      [listed(OPERATORS), 'ow'],
      [/^-/, 'p', 'directive'],
      [/\+\+?|--?|\*|\/|<|>|=:=|=\/=|=<|==?|!|\?/, 'o'],
      [/"/, 's', 'string'],
      [re()`(${atom})(:)`, ['nn', 'p']],
      [re()`(${atom})(\s*)(\()`, ['nf', '', 'p']],
      [/(?:[2-9]|[12][0-9]|3[0-6])#[0-9a-zA-Z]+/, 'mi'],
      [/\d+/, 'mi'],
      [/[\][:_@.{}()|;,]/, 'p'],
      [variable, 'nv'],
      [atom, 'n'],
      [re()`\$(?:${escaped}|\\[ %]|[^\\])`, 'sc'],
      [re()`#${atom}(?::?\.${atom})?`, 'nl'],
    ],
    string: [
      [escaped, 'se'],
      [/"/, 's', pop],
      [/~[0-9.*]*[~#+bBcdefginpPswWxX]/, 'si'],
      [/[^"\\~]+/, 's'],
      [/~/, 's'],
    ],
    directive: [
      [re()`(define)(\s*)(\()(${variable}|${atom})`, ['ni', '', 'p', 'no'], pop],
      [re()`(record)(\s*)(\()(${variable}|${atom})`, ['ni', '', 'p', 'nl'], pop],
      [atom, 'ni', pop],
    ],
  }),
});
