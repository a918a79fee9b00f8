/** Standard ML. */
import { again, goto, type Lexing, pop, type Rule, re, type State } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import type { Written } from '../lexing/pattern.ts';
import type { TokenClass } from '../lexing/tokens.ts';
import { anyOf, classify } from '../lexing/words.ts';

const KEYWORDS = `
  abstype and andalso as case datatype do else end exception fn fun handle if in infix infixr let local nonfix
  of op open orelse raise rec then type val with withtype while eqtype functor include sharing sig signature
  struct structure where
`;
const kind = classify([
  ['kr', KEYWORDS],
  ['p', ': | = => -> # :>'],
]);

const id = /[\w']+/;
const symbol = /[!%&$#/:<=>?@\\~`^|*+-]+/;

function nameToken(lexing: Lexing<undefined>): void {
  lexing.token(kind(lexing.matched) ?? 'n');
}

/** A name with the dot behind it. */
function pathToken(lexing: Lexing<undefined>): void {
  lexing.groups(kind(lexing.group(1)) === 'kr' ? 'err' : 'nn', 'p');
}

/** Words that no prime follows. */
function reserved(list: string): Written {
  return re()`(?:${anyOf(list)})\b(?!')`;
}

/** An equals sign alone. */
const equals = re()`=(?!${symbol})`;

/** A literal's body up to the quote. */
function literal(type: TokenClass): State<undefined> {
  return [
    [/[^"\\]+/, type],
    [/"/, type, pop],
    [/\\(?:[\\"abtnvfr]|\^[\x40-\x5e]|[0-9]{3}|u[0-9a-fA-F]{4})/, 'se'],
    [/\\\s+\\/, 'si'],
  ];
}

const annotations: readonly Rule<undefined>[] = [
  [/'[\w']*/, 'nd'],
  [/\(/, 'p', 'type-variables'],
];

export const sml = defineLexer({
  tag: 'sml',
  states: () => ({
    root: [
      [/#!.*\n/, 'cp'],
      [/(?:)/, '', 'main'],
    ],
    whitespace: [
      [/\s+/, ''],
      [/\(\*/, 'c', 'comment'],
    ],
    delimiters: [
      [/[([{]/, 'p', 'main'],
      [/[)\]}]/, 'p', pop],
      [reserved('let if local'), 'kr', { leave: 0, enter: ['again', 'again'] }],
      [reserved('struct sig while'), 'kr', again],
      [reserved('do else end in then'), 'kr', pop],
    ],
    atoms: [
      [/[()[\]{},;_]|\.{3}/, 'p'],
      [/#"/, 'sc', 'character'],
      [/"/, 's2', 'string'],
      [/~?0x[0-9a-fA-F]+|0wx[0-9a-fA-F]+/, 'mh'],
      [/0w\d+/, 'mi'],
      [/~?\d+(?:[.]\d+)?[eE]~?\d+|~?\d+[.]\d+/, 'mf'],
      [/~?\d+/, 'mi'],
      [re()`#\s*(?:[1-9][0-9]*|${id})|#\s+${symbol}`, 'nl'],
      [reserved('datatype abstype'), 'kr', 'data-name'],
      [/(?=exception\b(?!'))/, '', 'exception-name'],
      [reserved('functor include open signature structure'), 'kr', 'structure-name'],
      [reserved('type eqtype'), 'kr', 'type-name'],
      [re()`'${id}`, 'nd'],
      [re()`(${id})([.])`, pathToken, 'path'],
      [id, nameToken],
      [symbol, nameToken],
    ],
    path: [
      [re()`(${id})([.])`, pathToken],
      [id, nameToken, pop],
      [symbol, nameToken, pop],
    ],
    main: [
      'whitespace',
      [reserved('val and'), 'kr', 'variable-name'],
      [reserved('fun'), 'kr', { leave: 1, enter: ['functions', 'function-name'] }],
      'delimiters',
      'atoms',
    ],
    functions: [
      'whitespace',
      [reserved('fun and'), 'kr', 'function-name'],
      [reserved('val'), 'kr', { leave: 1, enter: ['main', 'variable-name'] }],
      [/\|/, 'p', 'function-name'],
      [reserved('case handle'), 'kr', goto('main')],
      'delimiters',
      'atoms',
    ],
    string: literal('s2'),
    character: literal('sc'),
    'before-keyword': [[re()`(?=${reserved(KEYWORDS)})`, '', pop]],
    'structure-name': ['whitespace', 'before-keyword', [id, 'nn'], [/(?:)/, '', pop]],
    'function-name': ['whitespace', ...annotations, [id, 'nf', pop], [symbol, 'nf', pop]],
    'variable-name': [
      'whitespace',
      ...annotations,
      [re()`(${id})(\s*)(${equals})`, ['nv', '', 'p'], pop],
      [re()`(${symbol})(\s*)(${equals})`, ['nv', '', 'p']],
      [id, 'nv', pop],
      [symbol, 'nv', pop],
      [/(?:)/, '', pop],
    ],
    'type-name': [
      'whitespace',
      'before-keyword',
      ...annotations,
      [equals, 'p', goto('type-binding')],
      [id, 'kt'],
      [symbol, 'kt'],
    ],
    'type-binding': ['whitespace', [reserved('and'), 'kr', goto('type-name')], 'before-keyword', 'atoms'],
    'data-name': [
      'whitespace',
      'before-keyword',
      ...annotations,
      [/(=)(\s*)(datatype)\b/, ['p', '', 'kr'], pop],
      [equals, 'p', { leave: 1, enter: ['data-binding', 'data-constructor'] }],
      [id, 'kt'],
      [symbol, 'kt'],
    ],
    'data-binding': [
      'whitespace',
      [reserved('and'), 'kr', goto('data-name')],
      [reserved('withtype'), 'kr', goto('type-name')],
      [reserved('of'), 'kr'],
      [re()`(\|)(\s*)(${id})`, ['p', '', 'nc']],
      [re()`(\|)(\s+)(${symbol})`, ['p', '', 'nc']],
      'before-keyword',
      'atoms',
    ],
    'exception-name': [
      'whitespace',
      [re()`(exception|and)(\s+)(${id})`, ['kr', '', 'nc']],
      [re()`(exception|and)(\s*)(${symbol})`, ['kr', '', 'nc']],
      [reserved('of'), 'kr'],
      'before-keyword',
      'atoms',
    ],
    'data-constructor': ['whitespace', [id, 'nc', pop], [symbol, 'nc', pop]],
    'type-variables': [
      'whitespace',
      [/'[\w']*/, 'nd'],
      [id, 'n'],
      [/,/, 'p'],
      [/\)/, 'p', pop],
      [symbol, 'n'],
    ],
    comment: [
      [/[^(*)]+/, 'cm'],
      [/\(\*/, 'cm', again],
      [/\*\)/, 'cm', pop],
      [/[(*)]/, 'cm'],
    ],
  }),
});
