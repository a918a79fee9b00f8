/** Apex, Salesforce's language. */
import { type Lexing, pop, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between } from '../lexing/scanner.ts';
import type { TokenClass } from '../lexing/tokens.ts';
import { classify } from '../lexing/words.ts';
import { DECLARATIONS, KEYWORDS, QUERY } from '../words/apex.ts';

const keyword = classify([['k', KEYWORDS]]);
const query = classify([['k', QUERY]]);
const other = classify([
  ['kd', DECLARATIONS],
  ['kt', 'boolean byte char double float int long short var void'],
  ['kc', 'true false null'],
  ['kn', 'package'],
]);
const name = /[a-z_][a-z0-9_]*/i;
const digit = /[0-9]_+[0-9]|[0-9]/;

/** A name with the sign before it and the one behind it: only without them it is a word of the language. */
function word(lexing: Lexing<undefined>): void {
  const text = lexing.matched;
  const lower = text.toLowerCase();
  const listed: TokenClass | undefined = keyword(lower) ?? query(text.toUpperCase()) ?? other(lower);
  const before = lexing.group(1);
  const behind = lexing.group(3);
  if (listed !== undefined) lexing.token(listed);
  else if (before === '@') lexing.token('nd');
  else if (behind === ':') lexing.groups('o', 'nl', 'p');
  else if (behind === '(') lexing.groups('o', 'nf', 'p');
  else if (before === '.') lexing.groups('o', 'py', 'p');
  else lexing.token('n');
}

export const apex = defineLexer({
  tag: 'apex',
  states: () => ({
    root: [
      [/\s+/, ''],
      [/\/\/.*/, 'c1'],
      [between('/*', '*/'), 'cm'],
      [/(?:class|interface)\b/, 'kd', 'class'],
      [/import\b/, 'kn', 'import'],
      [re('i')`([@$.]?)(${name})([:(]?)`, word],
      [/"/, 's2', 'double-quotes'],
      [/'/, 's1', 'single-quotes'],
      [re()`(?:${digit})+\.(?:${digit})+(?:[eE](?:${digit})+)?[fd]?`, 'mf'],
      [/0b(?:[01]_+[01]|[01])+/i, 'mb'],
      [/0x(?:[0-9a-f]_+[0-9a-f]|[0-9a-f])+/i, 'mh'],
      [/0(?:[0-7]_+[0-7]|[0-7])+/, 'mo'],
      [re()`(?:${digit})+L?`, 'mi'],
      [/[-+/*~^!%&<>|=.?]/, 'o'],
      [/[[\](){},:;]/, 'p'],
    ],
    class: [
      [/\s+/, ''],
      [name, 'nc', pop],
    ],
    import: [
      [/\s+/, ''],
      [/[a-z0-9_.]+\*?/i, 'nn', pop],
    ],
    escape: [[/\\[btnfr\\"']/, 'se']],
    'double-quotes': ['escape', [/[^\\"]+/, 's2'], [/"/, 's2', pop]],
    'single-quotes': ['escape', [/[^\\']+/, 's2'], [/'/, 's2', pop]],
  }),
});
