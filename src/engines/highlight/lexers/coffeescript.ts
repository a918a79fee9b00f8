/** CoffeeScript. */
import { goto, pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between } from '../lexing/scanner.ts';
import { classify } from '../lexing/words.ts';
import { BUILTINS, CONSTANTS, KEYWORDS } from '../words/coffeescript.ts';
import { slashed } from './coffeescript-regex.ts';

const kind = classify([
  ['k', KEYWORDS],
  ['no', CONSTANTS],
  ['nb', BUILTINS],
]);

const operators =
  /\+\+|--|~|&&|(?:and|or|is|isnt|not|in|of)\b|[?:=]|\|\||\\(?=\n)|(?:<<|>>>?|!=?|[-<>+*`%&|^/])=?/;

export const coffeescript = defineLexer({
  tag: 'coffeescript',
  states: () => ({
    comments: [
      [between(/###[^#]/, '###', { first: '#' }), 'cm'],
      [/#.*/, 'c1'],
    ],
    whitespace: [[/\s+/, '']],
    'multiline-regex': [
      [/\/\/\/(?:[gimy]+\b|\B)/, 'sr', pop],
      [/^#(?!\{).*/, 'c1'],
      [/(\s+)(#(?!\{).*)/, ['', 'c1']],
      'has-interpolation',
      'comments',
      'whitespace',
      'code-escape',
      [/\\\D/, 'se'],
      [/\\\d+/, 'nv'],
      [/[\s\S]/, 'sr'],
    ],
    'slash-starts-regex': [
      'comments',
      'whitespace',
      [/\/\/\//, 'sr', goto('multiline-regex')],
      [slashed, 'sr', pop],
      [/(?:)/, '', pop],
    ],
    root: [
      [/^(?=\s|\/|<!--)/, '', 'slash-starts-regex'],
      'comments',
      'whitespace',
      [operators, 'o', 'slash-starts-regex'],
      [/(@)([ \t]*)([$a-zA-Z_][a-zA-Z0-9_]*)/, ['vi', '', 'na'], 'slash-starts-regex'],
      [/([.])([ \t]*)([$a-zA-Z_][a-zA-Z0-9_]*)/, ['p', '', 'na'], 'slash-starts-regex'],
      [/[$a-zA-Z_][a-zA-Z0-9_]*(?=\s*:)/, 'na', 'slash-starts-regex'],
      [
        /[$a-zA-Z_][a-zA-Z0-9_]*/,
        (lexing) => {
          lexing.token(kind(lexing.matched) ?? 'nx');
          lexing.push('slash-starts-regex');
        },
      ],
      [/[{([;,]/, 'p', 'slash-starts-regex'],
      [/[})\].]/, 'p'],
      [/\d+[.]\d+(?:[eE]\d+)?[fd]?/, 'mf'],
      [/0x[0-9a-fA-F]+/, 'mh'],
      [/\d+/, 'mi'],
      [/"""/, 's', 'triple-double-quotes'],
      [/'''/, 's', 'triple-single-quotes'],
      [/"/, 's', 'double-quotes'],
      [/'/, 's', 'single-quotes'],
    ],
    'code-escape': [[/\\(?:c[A-Z]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|u\{[0-9a-fA-F]{4}\})/, 'se']],
    strings: [[/[^#\\'"]+/, 's'], 'code-escape', [/\\./, 'se'], [/#/, 's']],
    'double-strings': [[/'/, 's'], 'has-interpolation', 'strings'],
    'single-strings': [[/"/, 's'], 'strings'],
    interpolation: [[/\}/, 'si', pop], 'root'],
    'has-interpolation': [[/#\{/, 'si', 'interpolation']],
    'double-quotes': [[/"/, 's', pop], 'double-strings'],
    'triple-double-quotes': [[/"""/, 's', pop], [/"/, 's'], 'double-strings'],
    'single-quotes': [[/'/, 's', pop], 'single-strings'],
    'triple-single-quotes': [[/'''/, 's', pop], [/'/, 's'], 'single-strings'],
  }),
});
