/** Lua. */
import { goto, pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { announced } from '../lexing/scanner.ts';
import { classify } from '../lexing/words.ts';
import { BUILTINS } from '../words/lua.ts';

const builtin = classify([['nb', BUILTINS]]);

export const lua = defineLexer({
  tag: 'lua',
  states: () => ({
    root: [
      [/#!.*/, 'cp'],
      [/(?:)/, '', 'base'],
    ],
    base: [
      [announced('-', /--\[(=*)\[/, (mark) => `]${mark}]`), 'cm'],
      [/--.*/, 'c1'],
      [/(?:\d*\.\d+|\d+\.\d*)(?:e[+-]?\d+)?'/i, 'mf'],
      [/\d+e[+-]?\d+/i, 'mf'],
      [/0x[0-9a-f]*/i, 'mh'],
      [/\d+/, 'mi'],
      [/\n/, ''],
      [/[^\S\n]/, ''],
      [announced('[', /\[(=*)\[/, (mark) => `]${mark}]`), 's'],
      [/==|~=|<=|>=|\.\.\.|\.\.|[=+\-*/%^<>#]/, 'o'],
      [/[[\]{}().,:;]/, 'p'],
      [/(?:and|or|not)\b/, 'ow'],
      [/(?:break|do|else|elseif|end|for|if|in|repeat|return|then|until|while)\b/, 'k'],
      [/local\b/, 'kd'],
      [/(?:true|false|nil)\b/, 'kc'],
      [/function\b/, 'k', 'function-name'],
      [
        /[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)?/,
        (lexing) => {
          const name = lexing.matched;
          const dot = name.indexOf('.');
          if (name === 'gsub' || builtin(name) !== undefined) lexing.token('nb');
          else if (dot < 0) lexing.token('n');
          else {
            lexing.token('n', name.slice(0, dot));
            lexing.token('p', '.');
            lexing.token('n', name.slice(dot + 1));
          }
          if (name === 'gsub') lexing.push('gsub');
        },
      ],
      [/'/, 's1', 'single-quotes'],
      [/"/, 's2', 'double-quotes'],
    ],
    'function-name': [
      [/\s+/, ''],
      [/(?:([A-Za-z_][A-Za-z0-9_]*)(\.))?([A-Za-z_][A-Za-z0-9_]*)/, ['nc', 'p', 'nf'], pop],
      [/\(/, 'p', pop],
    ],
    gsub: [
      [/\)/, 'p', pop],
      [/[(,]/, 'p'],
      [/\s+/, ''],
      [/"/, 'sr', 'pattern'],
    ],
    pattern: [
      [/"/, 'sr', goto('pattern-end')],
      [/\[\^?/, 'se', 'pattern-group'],
      [/\\./, 'se'],
      [/\(\?[:=<!]/, 'se'],
      [/\{[\d,]+\}/, 'se'],
      [/[()?]/, 'se'],
      [/./, 'sr'],
    ],
    'pattern-end': [
      [/\$+/, 'sr', pop],
      [/(?:)/, '', pop],
    ],
    'pattern-group': [
      [/\//, 'se'],
      [/\]/, 'se', pop],
      [/(\\)(.)/, ['se', 'sr']],
      [/./, 'sr'],
    ],
    'string-escape': [[/\\(?:[abfnrtv\\"']|\d{1,3})/, 'se']],
    'single-quotes': ['string-escape', [/'/, 's1', pop], [/[^']+/, 's1']],
    'double-quotes': ['string-escape', [/"/, 's2', pop], [/[^"]+/, 's2']],
  }),
});
