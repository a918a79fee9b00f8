/** PL/SQL, Oracle's SQL with procedures. */
import { type Lexing, pop, type State } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { classify } from '../lexing/words.ts';
import { FUNCTIONS, KEYWORDS, RESERVED, TYPES } from '../words/plsql.ts';

const kind = classify([
  ['kt', TYPES],
  ['nf', FUNCTIONS],
  ['kr', RESERVED],
  ['k', KEYWORDS],
]);
const isFunction = classify([['nf', FUNCTIONS]]);

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')', '<': '>' };

/** `q'(it's)'`: a string that ends in a mark of its own and a quote. */
function openQuoted(lexing: Lexing<undefined>): void {
  const mark = lexing.group(1);
  lexing.token('o');
  lexing.push(`quoted ${CLOSING[mark] ?? mark}`);
}

function growQuoted(name: string): State<undefined> | undefined {
  const mark = /^quoted (.+)$/su.exec(name)?.[1];
  if (mark === undefined) return undefined;
  const close = /[\\\]^-]/.test(mark) ? `\\${mark}` : mark;
  return [
    [new RegExp(`(?:[${close}][^']|[^${close}]'|[^${close}'])+`), 'sx'],
    [new RegExp(`[${close}]'`), 'o', pop],
  ];
}

function word(lexing: Lexing<undefined>): void {
  lexing.groups(kind(lexing.group(1).toUpperCase()) ?? 'n', 'p');
  if (lexing.group(2) !== '') lexing.push('dotted');
}

export const plsql = defineLexer({
  tag: 'plsql',
  grow: growQuoted,
  states: () => ({
    root: [
      [/\s+/, ''],
      [/--.*/, 'c1'],
      [/\/\*/, 'cm', 'comment'],
      [/q'(.)/i, openQuoted],
      [/'/, 'o', 'single-quotes'],
      [/"/, 'o', 'double-quotes'],
      [/(\$(?:IF|THEN|ELSE|ELSIF|ERROR|END|\$\$?\w+))(\s+)/i, ['cp', '']],
      [/[+-]?(?:\.\d+(?:[eE][+-]?\d+)?|\d+\.(?:\d+(?:[eE][+-]?\d+)?)?)[fFdD]?/, 'mf'],
      [/[+-]?\d+/, 'mi'],
      [/%(?:TYPE|ROWTYPE|FOUND|ISOPEN|NOTFOUND|ROWCOUNT)\b/i, 'na'],
      [/=>|\|\||\*\*|<<|>>|\.\.|<>|[:!~^<>]=|[-+%/*=<>@&!^[\]]/, 'o'],
      [/(NOT|AND|OR|LIKE|BETWEEN|IN)(\s)/i, ['ow', '']],
      [/(IS)(\s+)(?:(NOT)(\s+))?(NULL\b)/i, ['ow', '', 'ow', '', 'ow']],
      [/\.(?=\w)/, 'p', 'dotted'],
      [/[;:()[\],.]/, 'p'],
      [
        /(create)(\s+)(?:(or)(\s+)(replace)(\s+))?(package|function|procedure|type)(?:(\s+)(body))?(\s+)(\w[\w$]*)/i,
        ['kr', '', 'kr', '', 'kr', '', 'kr', '', 'kr', '', 'n'],
      ],
      [
        /(when)(\s+)(?:(not)(\s+))?(matched)(\s+)(then)(\s+)(update|insert)\b(?:(\s+)(set)(\s+))?/i,
        ['kr', '', 'kr', '', 'kr', '', 'kr', '', 'kr', '', 'kr', ''],
      ],
      [/(\w[\w$]*)(\.(?=\w))?/, word],
    ],
    comment: [
      [/(?:\*[^/]|[^*])+/, 'cm'],
      [/\*\//, 'cm', pop],
    ],
    'single-quotes': [
      [/\\./, 'se'],
      [/''/, 'se'],
      [/'/, 'o', pop],
      [/[^\\']+/, 's1'],
    ],
    'double-quotes': [
      [/\\./, 'se'],
      [/""/, 'se'],
      [/"/, 'o', pop],
      [/[^\\"]+/, 'nv'],
    ],
    dotted: [
      [/(\w[\w$]*)(\.(?=\w))/, ['n', 'p']],
      [/\w[\w$]*/, (lexing) => lexing.token(isFunction(lexing.matched.toUpperCase()) ?? 'n'), pop],
    ],
  }),
});
