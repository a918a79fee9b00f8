/** ActionScript. */
import { goto, pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between, quoted } from '../lexing/scanner.ts';
import { classify } from '../lexing/words.ts';
import { regexStates } from './regex-states.ts';

const kind = classify([
  [
    'k',
    `for in while do break return continue switch case default if else throw try catch finally new delete
    typeof is this with`,
  ],
  ['kd', 'var function'],
  [
    'kr',
    `dynamic final internal native public protected private class const override static package interface
    extends implements namespace set get import include super flash_proxy object_proxy trace`,
  ],
  ['kc', 'true false null NaN Infinity undefined'],
  [
    'nb',
    `void Function Math Class Object RegExp decodeURI decodeURIComponent encodeURI encodeURIComponent eval
    isFinite isNaN parseFloat parseInt`,
  ],
]);

export const actionscript = defineLexer({
  tag: 'actionscript',
  states: () => ({
    root: [
      [between(/\s*#!/, '\n', { first: ' \t\n\r\f\v#' }), 'cp', 'statement'],
      [/\n/, '', 'statement'],
      'comments-and-whitespace',
      [/\+\+|--|~|&&|\|\||\\(?=\n)|<<|>>>?|===|!==/, 'o', 'expr-start'],
      [/[:;<>+*%&|^/!=]=?/, 'o', 'expr-start'],
      [/[([,]/, 'p', 'expr-start'],
      [/[)\].]/, 'p'],
      [/\?/, 'p', { leave: 0, enter: ['ternary', 'expr-start'] }],
      [/[{}]/, 'p', 'statement'],
      [
        /[$a-zA-Z_][a-zA-Z0-9_]*/,
        (lexing) => {
          const type = kind(lexing.matched) ?? 'nx';
          if (type === 'k' || type === 'kd') lexing.push('expr-start');
          lexing.token(type);
        },
      ],
      [/-?[0-9]+\.[0-9]+(?:[eE][0-9]+)?[fd]?/, 'mf'],
      [/0x[0-9a-fA-F]+/, 'mh'],
      [/-?[0-9]+/, 'mi'],
      [quoted('"'), 's2'],
      [quoted("'"), 's1'],
    ],
    'comments-and-whitespace': [
      [/\s+/, ''],
      [/\/\/.*/, 'c1'],
      [between('/*', '*/'), 'cm'],
    ],
    'expr-start': [
      'comments-and-whitespace',
      [/\//, 'sr', goto('regex')],
      [/\{/, 'p', 'object'],
      [/(?:)/, '', pop],
    ],
    ...regexStates<undefined>(/[gim]+/),
    statement: [[/([$a-zA-Z_][a-zA-Z0-9_]*)(\s*)(:)/, ['nl', '', 'p']], [/[{}]/, 'p'], 'expr-start'],
    object: [
      'comments-and-whitespace',
      [/\}/, 'p', goto('statement')],
      [/([$a-zA-Z_][a-zA-Z0-9_]*)(\s*)(:)/, ['na', '', 'p'], 'expr-start'],
      [/:/, 'p'],
      'root',
    ],
    ternary: [[/:/, 'p', goto('expr-start')], 'root'],
  }),
});
