/** LiveScript. */
import { goto, type Lexing, pop, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between, guarded } from '../lexing/scanner.ts';
import { classify } from '../lexing/words.ts';
import { BUILTINS, CONSTANTS, DECLARATIONS, KEYWORDS } from '../words/livescript.ts';
import { slashed } from './coffeescript-regex.ts';

const kind = classify([
  ['k', KEYWORDS],
  ['no', CONSTANTS],
  ['nb', BUILTINS],
  ['kd', DECLARATIONS],
]);
const builtin = classify([['nb', BUILTINS]]);

const name = /[$a-zA-Z_](?:(?:-(?=[a-zA-Z]))?[a-zA-Z0-9_])*/;
const integer = /\d[\d_]*(?:e[+-]?\d[\d_]*)?[$\w]*/;

const operators =
  /\+\+|--|&&|(?:and|x?or|is(?:nt)?|not)\b(?!-[a-zA-Z])|\|\||\.(?:[|&^]|<<|>>>?)\.|\\(?=\n)|[.:]=|<<<<?|<\||\|>|(?:<<|>>|==?|!=?|[-<>+*%^/~?])=?/;

function word(lexing: Lexing<undefined>): void {
  const text = lexing.matched;
  const isClass = /^[A-Z]/.test(text) && /[^-][a-z]/.test(text);
  lexing.token(kind(text) ?? (isClass ? 'nc' : 'nv'));
  lexing.push(text === 'break' || text === 'continue' ? 'loop-label' : 'after-name');
}

function listOfWords(lexing: Lexing<undefined>): void {
  lexing.token('p', '<[');
  lexing.token('s', lexing.matched.slice(2, -2));
  lexing.token('p', ']>');
}

export const livescript = defineLexer({
  tag: 'livescript',
  states: () => ({
    comments: [
      [between('/*', '*/'), 'cm'],
      [/#.*/, 'c1'],
    ],
    whitespace: [
      // a label stands at the start of a line
      [re()`(\n)([^\S\n]*)(:${name})`, ['', '', 'nl']],
      [/\s/, ''],
    ],
    'blanks-of-line': [[/[^\S\n]+/, '']],
    root: [
      [/^(?=\s|\/)/, '', 'slash-starts-regex'],
      'comments',
      'whitespace',
      [between('<[', ']>'), listOfWords],
      [/!\s*function\b/, 'kd'],
      [/!?[-~]>|<[-~]!?/, 'kd'],
      [/=>/, 'k'],
      [re()`(::)(${name})`, ['p', 'na'], 'after-name'],
      [re()`(::)(${integer})`, ['p', 'mi'], 'after-name'],
      [re()`(@)(${name})`, ['vi', 'na'], 'after-name'],
      [re()`([.])(${name})`, ['p', 'na'], 'after-name'],
      [/([.])(\d+)/, ['p', 'mi'], 'after-name'],
      [re()`${name}(?=\s*:[^:=])`, 'na'],
      [operators, 'o', 'slash-starts-regex'],
      [re()`(&)(${name})?`, ['nb', 'na']],
      [/\||case(?=\s)/, 'k', 'case-underscore'],
      [/@/, 'vi'],
      [/[.]{3}/, 'p'],
      [/:/, 'p'],
      [name, word],
      [/\](?=[!?.$a-zA-Z_])/, 'p', 'after-name'],
      [/[{([;,]/, 'p', 'slash-starts-regex'],
      [/[})\].]/, 'p'],
      [re()`\d[\d_]*[.]${integer}`, 'mf'],
      [/0x[0-9A-Fa-f]+/, 'mh'],
      [integer, 'mi'],
      [/"""/, 's', 'triple-double-quotes'],
      [/'''/, 's', 'triple-single-quotes'],
      [/"/, 's', 'double-quotes'],
      [/'/, 's', 'single-quotes'],
      [/\\\S[^\s,;\])}]*/, 's'],
    ],
    'code-escape': [[/\\(?:c[A-Z]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|u\{[0-9a-fA-F]{4}\})/, 'se']],
    'interpolated-expression': [[/\}/, 'si', pop], 'root'],
    interpolation: [
      [/#\{/, 'si', 'interpolated-expression'],
      [re()`(#)(${name})`, (lexing) => lexing.groups('si', builtin(lexing.group(2)) ?? 'nv')],
    ],
    'slash-starts-regex': [
      'comments',
      'whitespace',
      [/\/\//, 'sr', goto('multiline-regex')],
      [slashed, 'sr', pop],
      [/(?:)/, '', pop],
    ],
    'multiline-regex': [
      [/\/\/(?:[gimy]+\b|\B)/, 'sr', pop],
      [/^#(?:\s+.*)?$/, 'c1'],
      [guarded(/(\s+)(#)(\s+.*)?$/, /\S/), ['', 'c1', 'c1']],
      'interpolation',
      'code-escape',
      [/\\\D/, 'se'],
      [/\\\d+/, 'nv'],
      [/[\s\S]/, 'sr'],
    ],
    'case-underscore': ['blanks-of-line', [/_(?=\s*=>|\s+then\b)/, 'k'], [/(?:)/, '', pop]],
    'loop-label': ['blanks-of-line', [re()`${name}(?=[);\n])`, 'nl'], [/(?:)/, '', pop]],
    'after-name': [
      [/[!?]|[.](?!=)/, 'p'],
      [/\{/, 'p', 'destructuring'],
      [name, 'na'],
      [integer, 'mi'],
      [/(?:)/, '', goto('slash-starts-regex')],
    ],
    destructuring: [[/[,;]/, 'p'], [name, 'na'], [integer, 'mi'], 'whitespace', [/\}/, 'p', pop]],
    strings: [[/[^#\\'"]+/, 's'], 'code-escape', [/\\./, 'se'], [/#/, 's']],
    'double-strings': [[/'/, 's'], 'interpolation', 'strings'],
    'single-strings': [[/"/, 's'], 'strings'],
    'double-quotes': [[/"/, 's', pop], 'double-strings'],
    'triple-double-quotes': [[/"""/, 's', pop], [/"/, 's'], 'double-strings'],
    'single-quotes': [[/'/, 's', pop], 'single-strings'],
    'triple-single-quotes': [[/'''/, 's', pop], [/'/, 's'], 'single-strings'],
  }),
});
