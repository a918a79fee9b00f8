/** MoonScript. */
import { pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { ANY, announced, guarded, listed, nearest, type Scanner } from '../lexing/scanner.ts';
import { classify } from '../lexing/words.ts';
import { BUILTINS } from '../words/lua.ts';

const KEYWORDS = `
  break class continue do else elseif end extends for if import in repeat return switch super then unless
  until using when with while
`;
const builtin = classify([['nb', BUILTINS]]);

/** Everything up to the next quote, where a colon follows that: how Rouge finds a key in quotes. */
const quotedKey: Scanner = {
  first: ANY,
  scan(text, at, seen) {
    const inside = text[at] === '"' ? at + 1 : at;
    const { found } = nearest(text, inside, '"', seen);
    return found > inside && text[found + 1] === ':' ? found + 2 : -1;
  },
};

export const moonscript = defineLexer({
  tag: 'moonscript',
  states: () => ({
    root: [
      [/#!.*/, 'cp'],
      [/(?:)/, '', 'main'],
    ],
    base: [
      [/(?:\d*\.\d+|\d+\.\d*)(?:e[+-]?\d+)?'/i, 'mf'],
      [/\d+e[+-]?\d+/i, 'mf'],
      [/0x[0-9a-f]*/i, 'mh'],
      [/\d+/, 'mi'],
      [/@\w*/, 'vi'],
      [/[A-Z]\w*/, 'nc'],
      [quotedKey, 'ss'],
      [guarded(/\w+:/, /\W/), 'ss'],
      [/:\w+/, 'ss'],
      [/\s+/, 'w'],
      [/==|~=|!=|<=|>=|\.\.\.|\.\.|->|=>|[=+\-*/%^<>#!\\]/, 'o'],
      [/[[\]{}().,:;]/, 'p'],
      [listed('and or not'), 'ow'],
      [listed(KEYWORDS), 'k'],
      [listed('local export'), 'kd'],
      [listed('true false nil'), 'kc'],
      [
        /([A-Za-z_][A-Za-z0-9_]*)(?:(\.)([A-Za-z_][A-Za-z0-9_]*))?/,
        (lexing) => {
          if (builtin(lexing.matched) !== undefined) lexing.token('nb');
          else lexing.groups('n', 'p', 'n');
        },
      ],
    ],
    main: [
      [/--.*/, 'c1'],
      [announced('[', /\[(=*)\[/, (mark) => `]${mark}]`), 'sh'],
      'base',
      [/'/, 's1', 'single-quotes'],
      [/"/, 's2', 'double-quotes'],
    ],
    'single-quotes': [
      [/'/, 's1', pop],
      [/[^']+/, 's1'],
    ],
    interpolation: [[/\}/, 'si', pop], 'base'],
    'double-quotes': [
      [/#\{/, 'si', 'interpolation'],
      [/"/, 's2', pop],
      [/#[^{]/, 's2'],
      [/[^"#]+/, 's2'],
    ],
  }),
});
