/** Haxe. */
import { goto, pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between } from '../lexing/scanner.ts';
import { classify } from '../lexing/words.ts';
import { regexStates } from './regex-states.ts';

// Behind `using` Rouge enters a state that it lacks and stops the build; here the word is a keyword like the others.
const kind = classify([
  [
    'k',
    `break case cast catch class continue default do else enum false for function if import interface macro new
    null override package private public return switch this throw true try untyped while using`,
  ],
  ['kd', 'abstract dynamic extern extends from implements inline static to typedef var'],
  ['kr', 'super trace build autoBuild'],
  [
    'nb',
    `Void Dynamic Math Class Any Float Int UInt String StringTools Sys EReg isNaN parseFloat parseInt Array Map
    Date DateTools Bool Lambda Reflect Std File FileSystem`,
  ],
]);

export const haxe = defineLexer({
  tag: 'haxe',
  states: () => ({
    root: [
      [/\n/, '', 'statement'],
      [/\{/, 'p', 'expr-start'],
      'comments-and-whitespace',
      [/@/, 'nd', 'metadata'],
      [/\+\+|--|~|&&|\|\||\\(?=\n)|<<|>>|==|!=/, 'o', 'expr-start'],
      [/[-:<>+*%&|^/!=]=?/, 'o', 'expr-start'],
      [/[([,]/, 'p', 'expr-start'],
      [/;/, 'p', 'statement'],
      [/[)\]}.]/, 'p'],
      [/\?/, 'p', { leave: 0, enter: ['ternary', 'expr-start'] }],
      [
        /[$a-zA-Z_][a-zA-Z0-9_]*/,
        (lexing) => {
          const type = kind(lexing.matched) ?? 'nx';
          if ((type === 'k' && lexing.matched !== 'using') || type === 'kd') lexing.push('expr-start');
          lexing.token(type);
        },
      ],
      [/\d+\.\d+(?:[eE]\d+)?[fd]?/, 'mf'],
      [/0x[0-9a-fA-F]+/, 'mh'],
      [/[0-9]+/, 'mi'],
      [/"/, 's2', 'double-quotes'],
      [/'/, 's1', 'single-quotes'],
    ],
    'comments-and-whitespace': [
      [/\s+/, ''],
      [/\/\/.*/, 'c1'],
      [between('/*', '*/'), 'cm'],
    ],
    'expr-start': [
      'comments-and-whitespace',
      [/#(?:if|elseif|else|end).*/, 'cp'],
      [/~/, 'sr', goto('regex')],
      [/\{/, 'p', 'object'],
      [/(?:)/, '', pop],
    ],
    ...regexStates<undefined>(/[gim]+/),
    statement: [[/([$a-zA-Z_][a-zA-Z0-9_]*)(\s*)(:)/, ['nl', '', 'p']], 'expr-start'],
    object: [
      'comments-and-whitespace',
      [/\}/, 'p', goto('statement')],
      [/([$a-zA-Z_][a-zA-Z0-9_]*)(\s*)(:)/, ['na', '', 'p'], 'expr-start'],
      [/:/, 'p'],
      'root',
    ],
    metadata: [
      [/([$a-zA-Z_][a-zA-Z0-9_]*)(\()/, ['nd', 'p']],
      [/[$a-zA-Z_][a-zA-Z0-9_]*/, 'nd', pop],
      [/:[$a-zA-Z_][a-zA-Z0-9_]*(?:\.[$a-zA-Z_][a-zA-Z0-9_]*)*/, 'nd', pop],
      [/\)/, 'nd', pop],
      'root',
    ],
    ternary: [[/:/, 'p', goto('expr-start')], 'root'],
    escape: [[/\\(?:[\\tnr'"]|[0-7]{3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|u\{[0-9a-fA-F]{1,6}\})/, 'se']],
    'double-quotes': ['escape', [/"/, 's2', pop], [/[^\\"]+/, 's2']],
    'single-quotes': [
      'escape',
      [/'/, 's1', pop],
      [/\$\$/, 's1'],
      [/\$[$a-zA-Z_][a-zA-Z0-9_]*/, 'si'],
      [/\$\{/, 'si', 'interpolated'],
      [/[^\\$']+/, 's1'],
    ],
    interpolated: [[/\}/, 'si', pop], 'root'],
  }),
});
