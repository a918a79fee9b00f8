/** C, and the states that C++ and CUDA start from. */
import { pop, type State } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between, guarded } from '../lexing/scanner.ts';
import { byWord, type WordLists } from '../lexing/words.ts';
import { KEYWORDS, RESERVED, TYPES } from '../words/c.ts';
import { functionRule } from './c-function.ts';

export const identifier = /[a-zA-Z_][a-zA-Z0-9_]*/;

/** C's states for a dialect's words. */
export function cStates(lists: WordLists) {
  return {
    'expression-line': [
      'inline-whitespace',
      [/#if\s0/, 'c', 'if-0'],
      [/#/, 'cp', 'macro'],
      [/(?:)/, '', pop],
    ],
    line: [[/[a-zA-Z_][a-zA-Z0-9_]*:(?!:)/, 'nl'], 'expression-line'],
    'inline-whitespace': [
      [/[ \t\r]+/, ''],
      [/\\\n/, ''],
      [between(/\/(?:\\\n)?\*/, /\*(?:\\\n)?\//g, { first: '/' }), 'cm'],
    ],
    whitespace: [[/\n+/, '', 'line'], [/\/\/.*/, 'c1', 'line'], 'inline-whitespace'],
    'expression-whitespace': [[/\n+/, '', 'expression-line'], 'whitespace'],
    statements: [
      'whitespace',
      [/(?:u8|u|U|L)?"/, 's', 'string'],
      [/(?:u8|u|U|L)?'(?:\\.|\\[0-7]{1,3}|\\x[a-f0-9]{1,2}|[^\\'\n])'/i, 'sc'],
      [/(?:\d+[.]\d*|[.]?\d+)e[+-]?\d+[lu]*/i, 'mf'],
      [/\d+e[+-]?\d+[lu]*/i, 'mf'],
      [/0x[0-9a-f]+[lu]*/i, 'mh'],
      [/0[0-7]+[lu]*/i, 'mo'],
      [/\d+[lu]*/i, 'mi'],
      [/\*\//, 'err'],
      [/[~!%^&*+=|?:<>/-]/, 'o'],
      [/[()[\],.;]/, 'p'],
      [/case\b/, 'k', 'case'],
      [/(?:true|false|NULL)\b/, 'nb'],
      [identifier, byWord(lists, 'n')],
    ],
    case: [[/:/, 'p', pop], 'statements'],
    root: ['expression-whitespace', functionRule(), [/\{/, 'p', 'function'], 'statements'],
    function: ['whitespace', 'statements', [/;/, 'p'], [/\{/, 'p', 'function'], [/\}/, 'p', pop]],
    string: [
      [/"/, 's', pop],
      [/\\(?:[\\abfnrtv"']|x[a-fA-F0-9]{2,4}|[0-7]{1,3})/, 'se'],
      [/[^\\"\n]+/, 's'],
      [/\\\n?/, 's'],
    ],
    macro: [
      [/(include)(\s*)(<[^>]+>)([^\n]*)/, ['cp', '', 'cpf', 'c1']],
      [/(include)(\s*)("[^"]+")([^\n]*)/, ['cp', '', 'cpf', 'c1']],
      [/[^/\n\\]+/, 'cp'],
      [/\\[\s\S]/, 'cp'],
      'inline-whitespace',
      [/\//, 'cp'],
      [/\n/, 'cp', pop],
    ],
    'if-0': [
      [guarded(/^\s*#if/, /\S/), 'c', 'if-0'],
      [guarded(/^\s*#\s*el(?:se|if)/, /\S/), 'c', pop],
      [guarded(/^\s*#\s*endif\b[\s\S]*?(?<!\\)\n/, /\S/), 'c', pop],
      [guarded(/.*\n/, /\n/), 'c'],
    ],
  } satisfies Record<string, State<undefined>>;
}

export const C_WORDS: WordLists = [
  ['k', KEYWORDS],
  ['kt', TYPES],
  ['kr', RESERVED],
];

export const c = defineLexer({
  tag: 'c',
  states: () => cStates(C_WORDS),
  begin: (lexing) => lexing.push('line'),
});
