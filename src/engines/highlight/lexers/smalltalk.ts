/** Smalltalk. */
import { goto, pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between, guarded } from '../lexing/scanner.ts';

export const smalltalk = defineLexer({
  tag: 'smalltalk',
  states: () => ({
    root: [
      [
        between(/<\w+:/, '>', { first: '<', sameLine: true }),
        (lexing) => {
          const keyword = /\w+:/.exec(lexing.matched)?.[0] ?? '';
          lexing.token('p', '<');
          lexing.token('k', keyword);
          lexing.token('', lexing.matched.slice(1 + keyword.length, -1));
          lexing.token('p', '>');
        },
      ],
      'whitespace',
      [guarded(/([a-zA-Z]\w*:)(\s*)(\w+)/, /\W/), ['nf', '', 'nv']],
      [/^([a-zA-Z]\w*\b)(\s*)$/, ['nf', '']],
      [/^([-+*/\\~<>=|&!?,@%]+)(\s*)(\w+)(\s*)$/, ['nf', '', 'nv', '']],
      [/([|])([\w\s]*)([|])/, ['p', 'nv', 'p']],
      'objects',
      [/\^|:=|_/, 'o'],
      [/[)}\]]/, 'p', 'after-object'],
      [/[({[!]/, 'p'],
    ],
    'block-variables': [
      'whitespace',
      [/(:)(\s*)(\w+)/, ['o', '', 'nv']],
      [/[|]/, 'p', pop],
      [/(?:)/, '', pop],
    ],
    literals: [
      [between("'", "'"), 's', 'after-object'],
      [/[$]./, 'sc', 'after-object'],
      [/#[(]/, 'ss', 'parentheses'],
      [/(?:\d+r)?-?\d+(?:\.\d+)?(?:e-?\d+)?/, 'm', 'after-object'],
      [/#(?:"[^"]*"|[-+*/\\~<>=|&!?,@%]+|[\w:]+)/, 'ss', 'after-object'],
    ],
    parentheses: [[/[)]/, 'ss', goto('after-object')], 'inner-parentheses'],
    'inner-parentheses': [
      [/#[(]/, 'ss', 'inner-parentheses'],
      [/[)]/, 'ss', pop],
      'whitespace',
      'literals',
      [/[-+*/\\~<>=|&!?,@%\w:]+/, 'ss'],
    ],
    whitespace: [
      [/! !$/, 'k'],
      [/\s+/, ''],
      [between('"', '"'), 'c'],
    ],
    objects: [
      [/\[/, 'p', 'block-variables'],
      [/(?:self|super|true|false|nil|thisContext)\b/, 'bp', 'after-object'],
      [guarded(/[A-Z]\w*(?!:)\b/, /\W/), 'nc', 'after-object'],
      [guarded(/[a-z]\w*(?!:)\b/, /\W/), 'nv', 'after-object'],
      'literals',
    ],
    'after-object': [
      'whitespace',
      [/(?:ifTrue|ifFalse|whileTrue|whileFalse|timesRepeat):/, 'nb', pop],
      [/new(?!:)\b/, 'nb'],
      [/:=|_/, 'o', pop],
      [/[a-zA-Z]\w*:/, 'nf', pop],
      [/[a-zA-Z]\w*/, 'nf'],
      [/[-+*/\\~<>=|&!?,@%]+/, 'nf', pop],
      [/[.]/, 'p', pop],
      [/;/, 'p'],
      [/(?:)/, '', pop],
    ],
  }),
});
