/** JavaScript, and the tables that TypeScript and JSX change. */
import { again, goto, type Lexing, pop, re, type State, type States } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between } from '../lexing/scanner.ts';
import { classify } from '../lexing/words.ts';
import { BUILTINS, CONSTANTS, DECLARATIONS, KEYWORDS, RESERVED } from '../words/javascript.ts';
import { regexStates } from './regex-states.ts';

export const identifier = re('i')`[\p{L}\p{Nl}$_][\p{L}\p{M}\p{N}\p{Pc}]*`;

/** The words that TypeScript adds, list by list. */
export interface MoreWords {
  readonly keywords: string;
  readonly declarations: string;
  readonly reserved: string;
  readonly builtins: string;
}

const NONE: MoreWords = { keywords: '', declarations: '', reserved: '', builtins: '' };

/** JavaScript's states. `Data` is for the languages that remember something. */
export function javascriptStates<Data>(more: MoreWords = NONE) {
  const kind = classify([
    ['k', `${KEYWORDS} ${more.keywords}`],
    ['kd', `${DECLARATIONS} ${more.declarations}`],
    ['kr', `${RESERVED} ${more.reserved}`],
    ['kc', CONSTANTS],
    ['nb', `${BUILTINS} ${more.builtins}`],
  ]);
  const word = (lexing: Lexing<Data>) => {
    const text = lexing.matched;
    const type = kind(text) ?? 'nx';
    lexing.token(type, text);
    if (type === 'k' || type === 'kd') lexing.push('expr-start');
  };
  const states = {
    'multiline-comment': [
      [/\*\//, 'cm', pop],
      [/[^*/]+/, 'cm'],
      [/[*/]/, 'cm'],
    ],
    'comments-and-whitespace': [
      [/\s+/, ''],
      [/<!--/, 'c'],
      [/\/\/.*/, 'c1'],
      [/\/\*/, 'cm', 'multiline-comment'],
    ],
    'expr-start': [
      'comments-and-whitespace',
      [/\//, 'sr', goto('regex')],
      [/\{/, 'p', goto('object')],
      [/(?:)/, '', pop],
    ],
    ...regexStates<Data>(/[gimuy]+/),
    root: [
      [between(/\s*#!/, '\n', { first: ' \t\n\r\f\v#' }), 'cp', 'statement'],
      'comments-and-whitespace',
      [/\+\+|--|~|\?\?=?|&&|\|\||\\(?=\n)|<<|>>>?|===|!==/, 'o', 'expr-start'],
      [/[-<>+*%&|^/!=]=?/, 'o', 'expr-start'],
      [/[([,]/, 'p', 'expr-start'],
      [/;/, 'p', 'statement'],
      [/[)\].]/, 'p'],
      [/`/, 's2', 'template-string'],
      [/\?\./, 'p'],
      [/\?/, 'p', { leave: 0, enter: ['ternary', 'expr-start'] }],
      [/(@)(\w+)?/, ['p', 'nd'], 'expr-start'],
      [/[{}]/, 'p', 'statement'],
      [identifier, word],
      [/[0-9]+\.[0-9]+(?:[eE][0-9]+)?[fd]?/, 'mf'],
      [/0x[0-9a-fA-F]+/i, 'mh'],
      [/0o[0-7][0-7_]*/i, 'mo'],
      [/0b[01][01_]*/i, 'mb'],
      [/[0-9]+/, 'mi'],
      [/"/, 'dl', 'double-quotes'],
      [/'/, 'dl', 'single-quotes'],
      [/:/, 'p'],
    ],
    'double-quotes': [
      [/\\[\\nrt"]?/, 'se'],
      [/[^\\"]+/, 's2'],
      [/"/, 'dl', pop],
    ],
    'single-quotes': [
      [/\\[\\nrt']?/, 'se'],
      [/[^\\']+/, 's1'],
      [/'/, 'dl', pop],
    ],
    statement: [
      [/case\b/, 'k', goto('expr-start')],
      [re()`(${identifier})(\s*)(:)`, ['nl', '', 'p']],
      'expr-start',
    ],
    object: [
      'comments-and-whitespace',
      [/\{/, 'p', again],
      [/\}/, 'p', goto('statement')],
      [re()`(${identifier})(\s*)(:)`, ['na', '', 'p'], 'expr-start'],
      [/:/, 'p'],
      'root',
    ],
    ternary: [[/:/, 'p', goto('expr-start')], 'root'],
    'template-string': [
      [/\$\{/, 'p', 'template-expression'],
      [/`/, 's2', pop],
      [/\\[$`]/, 'se'],
      [/[^$`\\]+/, 's2'],
      [/[\\$]/, 's2'],
    ],
    'template-expression': [[/\}/, 'p', pop], 'root'],
  } satisfies Record<string, State<Data>>;
  return states satisfies States<Data>;
}

export const javascript = defineLexer({ tag: 'javascript', states: () => javascriptStates<undefined>() });
