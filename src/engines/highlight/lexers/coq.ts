/** Coq. */
import { again, type Lexing, pop, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { classify } from '../lexing/words.ts';
import { COMMANDS, GALLINA, TACTICS, TERMINATORS } from '../words/coq.ts';

const id = /[a-zA-Z][\w']*|[_a-zA-Z][\w']+/;
const kind = classify([
  ['k', COMMANDS],
  ['kr', GALLINA],
  ['kp', TACTICS],
  ['ne', TERMINATORS],
]);

/** A name, or a path of names; the dot and the space behind it end a sentence. */
function nameTokens(lexing: Lexing<undefined>): void {
  const path = lexing.matched.trimEnd();
  const space = lexing.matched.slice(path.length);
  const names = (space === '' ? path : path.slice(0, -1)).split('.');
  const last = names.pop() ?? '';
  for (const name of names) {
    lexing.token('nn', name);
    lexing.token('p', '.');
  }
  lexing.token((names.length === 0 ? kind(last) : undefined) ?? 'no', last);
  if (space === '') return;
  lexing.token('pi', '.');
  lexing.token('w', space);
}

export const coq = defineLexer({
  tag: 'coq',
  states: () => ({
    root: [
      [/[(][*](?![)])/, 'c', 'comment'],
      [/\s+/, 'w'],
      [/(Module)(\s+)(Type)(\s+)/, ['k', 'w', 'k', 'w']],
      [
        /(Set|Unset)(\s+)(Universe|Printing|Implicit|Strict)(\s+)(Polymorphism|All|Notations|Arguments|Universes|Implicit)(\s*)(\.)/,
        ['k', 'w', 'k', 'w', 'k', 'w', 'pi'],
      ],
      [re()`(?:${id})(?:\.(?:${id}))*(?:\.\s+)?`, nameTokens],
      [/\/\\|\\\//, 'o'],
      [/-?\d[\d_]*(?:[^\d_\n][\d_]*)?e[+-]?\d[\d_]*/i, 'mf'],
      [/\d[\d_]*/, 'mi'],
      [/'(?:\\[\\"'ntbr ]|\\[0-9]{3}|\\x[0-9a-fA-F]{2})'/, 'sc'],
      [/'/, 'k'],
      [/"/, 's2', 'string'],
      [re()`[~?](?:${id})`, 'nv'],
      [/[;:_⇒→↔⇔≔≡∀∃∧∨¬⊤⊥⊢⊨∈]/, 'p'],
      [/[[\],{}()!$%&*+./<=>?@^|~#-]/, 'o'],
    ],
    comment: [
      [/[^(*)]+/, 'c'],
      [/[(][*]/, 'c', again],
      [/[*][)]/, 'c', pop],
      [/[(*)]/, 'c'],
    ],
    string: [
      [/[^"\\]+/, 's2'],
      [/\\"?/, 's2'],
      [/"/, 's2', pop],
    ],
  }),
});
