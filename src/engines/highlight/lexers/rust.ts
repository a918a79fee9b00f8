/** Rust. */
import { type Lexing, pop, re, type State } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { announced } from '../lexing/scanner.ts';
import { anyOf, byWord } from '../lexing/words.ts';
import { BUILTINS, KEYWORDS } from '../words/rust.ts';

/** How many of each bracket a macro's arguments have open. */
type Brackets = Map<string, number>;

const name = re()`[\p{XID_Start}_]\p{XID_Continue}*`;
const escapes = /\\(?:[nrt'"\\0]|x[0-9a-fA-F]{2}|u\{(?:[0-9a-fA-F]_*){1,6}\})/;
const CLOSING: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}' };

function count(lexing: Lexing<Brackets>, closing: string, by: number): void {
  lexing.data.set(closing, (lexing.data.get(closing) ?? 0) + by);
}

function nestedComment(name: string, type: 'cm' | 'cd'): State<Brackets> {
  return [
    [/\*\//, type, pop],
    [/\/\*/, type, name],
    [/[^*/]+|[*/]/, type],
  ];
}

export const rust = defineLexer<Brackets>({
  tag: 'rust',
  data: () => new Map(),
  begin: (lexing) => lexing.push('line'),
  states: () => ({
    line: ['whitespace', [/#\s[^\n]*/, 'cs'], [/(?:)/, '', pop]],
    attribute: ['whitespace', 'literals', [/[(,)=:]/, 'nd'], [/\]/, 'nd', pop], [name, 'nd']],
    whitespace: [[/\s+/, ''], 'comments'],
    comments: [
      [/\/{4}[^\n]*/, 'c1'],
      [/\/\/[/!][^\n]*/, 'cd'],
      [/\/\/[^\n]*/, 'c1'],
      [/\/\*\*\*?\//, 'cm'],
      [/\/\*\*\*+/, 'cm', 'plain-comment'],
      [/\/\*[*!]/, 'cd', 'doc-comment'],
      [/\/\*/, 'cm', 'plain-comment'],
    ],
    'plain-comment': nestedComment('plain-comment', 'cm'),
    'doc-comment': nestedComment('doc-comment', 'cd'),
    root: [
      [/\n/, '', 'line'],
      'whitespace',
      [/#!?\[/, 'nd', 'attribute'],
      [re()`(?:${anyOf(KEYWORDS)})\b`, 'k'],
      'literals',
      [/[=-]>/, 'k'],
      [/<->/, 'k'],
      [/[()[\]{}|,:;]/, 'p'],
      [/[*/!@~&+%^<>=?-]|\.{2,3}/, 'o'],
      [re()`(?:[.]\s*)?${name}(?=\s*[(])`, 'nf'],
      [/[.]\s*await\b/, 'k'],
      [re()`[.]\s*${name}`, 'py'],
      [/[.]\s*\d+/, 'na'],
      [re()`(${name})(::)`, ['nn', 'p']],
      [/macro_rules!/, 'nd', 'macro-rules'],
      [re()`${name}!`, 'nd', 'macro'],
      [/'static\b/, 'k'],
      [re()`'${name}`, 'nv'],
      [name, byWord([['nb', BUILTINS]], 'n')],
    ],
    macro: [
      'literals',
      [
        /[[{(]/,
        (lexing) => {
          count(lexing, CLOSING[lexing.matched] ?? '', 1);
          lexing.token('p');
        },
      ],
      [
        /[\]})]/,
        (lexing) => {
          count(lexing, lexing.matched, -1);
          lexing.token('p');
          if ([...lexing.data.values()].every((open) => open === 0)) lexing.pop();
        },
      ],
      [re()`${name}!`, 'nd'],
      'root',
      [/./, ''],
    ],
    'macro-rules': [[re()`[$]${name}(?::${name})?`, 'nv'], [/[$]/, 'nv'], 'macro'],
    literals: [
      [/(?:true|false)\b/, 'kc'],
      [re()`b?'(?:${escapes}|[^\\])'`, 'sc'],
      [/b?"/, 's', 'string'],
      [announced('br', /b?r(#*)"/, (mark) => `"${mark}`), 's'],
      [
        re()`[0-9][0-9_]*(?:[.][0-9][0-9_]*(?:[eE][-+]?[0-9_]+)?(?:f32|f64)?|(?:[.][0-9][0-9_]*)?[eE][-+]?[0-9_]+(?:f32|f64)?|(?:[.][0-9][0-9_]*)?(?:[eE][-+]?[0-9_]+)?(?:f32|f64)|[.](?![._\p{XID_Start}]))`,
        'mf',
      ],
      [
        /(?:0b[10_]+|0x[0-9a-fA-F_]+|0o[0-7_]+|[0-9][0-9_]*)(?:u(?:8|16|32|64|128|size)?|i(?:8|16|32|64|128|size))?/,
        'mi',
      ],
    ],
    string: [
      [/"/, 's', pop],
      [escapes, 'se'],
      [/[^"\\]+/, 's'],
    ],
  }),
});
