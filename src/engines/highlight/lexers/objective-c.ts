/** Objective-C and Objective-C++, on the states of C and C++. */
import { goto, type Lexing, pop, re, type State, type States } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { nearest, type Scanner } from '../lexing/scanner.ts';
import { classify, type WordLists } from '../lexing/words.ts';
import { C_WORDS, cStates } from './c.ts';
import { CPP_WORDS, cppStates } from './cpp.ts';

const id = /[a-zA-Z$_][a-zA-Z0-9$_]*/;
const NAME = /[a-z$_]/i;
const SIGN = /[-+]\s*/y;

/** What an @ may stand before. */
const atWord = classify([
  [
    'k',
    `selector private protected public encode synchronized try throw catch finally end property synthesize
    dynamic optional interface implementation import autoreleasepool`,
  ],
  ['nb', 'true false YES NO'],
]);

/** The end of parentheses that end on their line and that `close` follows, or -1. */
function parentheses(
  text: string,
  open: number,
  close: RegExp,
  seen: Parameters<Scanner['scan']>[2],
): number {
  const { found, end } = nearest(text, open + 1, close, seen);
  return found < nearest(text, open + 1, '\n', seen).found ? end : -1;
}

const BEFORE_NAME = /\)\s*(?=[a-z$_])/gi;

/** `- (void)` before the name of a method. */
const methodHead: Scanner = {
  first: '-+',
  scan(text, at, seen) {
    SIGN.lastIndex = at;
    if (!SIGN.test(text)) return -1;
    const begin = SIGN.lastIndex;
    if (text[begin] === '(') return parentheses(text, begin, BEFORE_NAME, seen);
    return NAME.test(text.charAt(begin)) ? begin : -1;
  },
};

function methodTokens(lexing: Lexing<undefined>): void {
  const text = lexing.matched;
  const open = text.indexOf('(');
  lexing.token('k', text.charAt(0));
  if (open < 0) lexing.token('', text.slice(1));
  else {
    const close = text.lastIndexOf(')') + 1;
    lexing.token('', text.slice(1, open));
    lexing.recurse(text.slice(open, close));
    lexing.token('', text.slice(close));
  }
  lexing.push('method-definition');
}

const AT_NAME = /\)(?=[a-z$_])/gi;
const WHOLE_NAME = /[a-zA-Z$_][a-zA-Z0-9$_]*/y;

/** `(int)count`: a parameter with its type. */
const parameter: Scanner = {
  first: '(',
  scan(text, at, seen) {
    const end = parentheses(text, at, AT_NAME, seen);
    if (end < 0) return -1;
    WHOLE_NAME.lastIndex = end;
    return WHOLE_NAME.test(text) ? WHOLE_NAME.lastIndex : -1;
  },
};

/** The rules before those of C's statements. */
const statements: State<undefined> = [
  [/@"/, 's', 'string'],
  [/@'(?:\\[0-7]{1,3}|\\x[a-fA-F0-9]{1,2}|\\.|[^\\'\n]')/, 'sc'],
  [/@(?:\d+[.]\d*|[.]\d+|\d+)e[+-]?\d+l?/i, 'mf'],
  [/@(?:\d+[.]\d*|[.]\d+|\d+f)f?/i, 'mf'],
  [/@0x[0-9a-fA-F]+[lL]?/, 'mh'],
  [/@0[0-7]+l?/i, 'mo'],
  [/@\d+l?/, 'mi'],
  [/in\b/, 'k'],
  [/@(?:interface|implementation)\b/, 'k', 'interface-name'],
  [/@(?:class|protocol)\b/, 'k', 'forward-class-name'],
  [re()`@[\p{Alphabetic}\p{Nd}]+`, (lexing) => lexing.token(atWord(lexing.matched.slice(1)) ?? 'err')],
  [/[?]/, 'p', 'ternary'],
  [/\[/, 'p', 'message'],
  [/@\[/, 'p', 'array'],
  [/@\{/, 'p', 'dictionary'],
];

const more: Readonly<Record<string, State<undefined>>> = {
  ternary: [[/:/, 'p', pop], 'statements'],
  'message-shared': [[/\]/, 'p', pop], [/\{/, 'p', pop], [/;/, 'err'], 'statements'],
  message: [
    [re()`(${id})(\s*)(:)`, ['nf', '', 'p'], goto('message-arguments')],
    [re()`(${id})(\s*)(\])`, ['nf', '', 'p'], pop],
    'message-shared',
  ],
  'message-arguments': [
    [/\{/, 'p', 'function'],
    [re()`(${id})(\s*)(:)`, ['nf', '', 'p'], pop],
    'message-shared',
  ],
  array: [[/\]/, 'p', pop], [/,/, 'p'], 'statements'],
  dictionary: [[/\}/, 'p', pop], [/,/, 'p'], 'statements'],
  'interface-name': [
    'whitespace',
    [re()`(${id})(\s*)(:)(\s*)(${id})`, ['nc', '', 'p', '', 'nc'], pop],
    [re()`(${id})(\s*)([(])(\s*)(${id})(\s*)([)])`, ['nc', '', 'p', '', 'nl', '', 'p'], pop],
    [id, 'nc', pop],
  ],
  'forward-class-name': [
    'whitespace',
    [re()`(${id})(\s*)(,)(\s*)`, ['nc', '', 'p', ''], 'forward-class-name'],
    [re()`(${id})(\s*)(;?)`, ['nc', '', 'p'], pop],
  ],
  'method-definition': [
    [/,/, 'p'],
    [/[.][.][.]/, 'p'],
    [
      parameter,
      (lexing) => {
        const close = lexing.matched.lastIndexOf(')') + 1;
        lexing.recurse(lexing.matched.slice(0, close));
        lexing.token('nv', lexing.matched.slice(close));
      },
    ],
    [re()`(${id})(\s*)(:)`, ['nf', '', 'p']],
    [/;/, 'p', pop],
    [/\{/, 'p', goto('function')],
    'inline-whitespace',
    [/\/\/.*\n/, 'c1'],
    [/\s+/, ''],
    [/(?:)/, '', pop],
  ],
};

const WORDS: WordLists = [['nb', 'YES NO nil']];

/** The lexer of a dialect: what C's or C++'s states are, and what stands before all other statements. */
function objectiveLexer(tag: string, states: () => States<undefined>, first: State<undefined>) {
  return defineLexer({
    tag,
    states: () => {
      const base = states();
      return {
        ...base,
        ...more,
        statements: [...first, ...statements, ...(base.statements ?? [])],
        root: [[methodHead, methodTokens], ...(base.root ?? [])],
      };
    },
    begin: (lexing) => lexing.push('line'),
  });
}

export const objectiveC = objectiveLexer('objective_c', () => cStates([...C_WORDS, ...WORDS]), []);

export const objectiveCpp = objectiveLexer('objective_cpp', () => cppStates([...CPP_WORDS, ...WORDS]), [
  [/(\.)(class)/, ['o', 'bp']],
  [/(@selector)(\()(class)(\))/, ['k', 'p', 'bp', 'p']],
]);
