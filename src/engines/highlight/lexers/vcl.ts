/** VCL, the configuration language of Varnish. */
import { pop, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { ANY, announced, between, nearest, type Scanner } from '../lexing/scanner.ts';
import { byWord } from '../lexing/words.ts';
import { FUNCTIONS, VARIABLES } from '../words/vcl.ts';
import { c } from './c.ts';

const KEYWORDS = `
  vcl set unset include import if else elseif elif elsif director probe backend acl declare local BOOL FLOAT INTEGER IP
  RTIME STRING TIME
`;

const numeric =
  /0[xX][0-9a-fA-F]+(?:\.[0-9a-fA-F]+)?(?:[pP][+-]?[0-9a-fA-F]+)?|[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/;

/** Up to the end of the C inside. */
const toEndOfC: Scanner = {
  first: ANY,
  scan(text, at, seen) {
    const { found } = nearest(text, at, '}C', seen);
    return found < text.length ? found : -1;
  },
};

export const vcl = defineLexer({
  tag: 'vcl',
  states: () => ({
    root: [
      [between('{"', '"}'), 's1'],
      [announced('{', /\{(\w+)"/, (mark) => `"${mark}}`), 's1'],
      [between('/*', '*/'), 'cm'],
      [/(?:\/\/|#).*/, 'c1'],
      [/true|false/, 'kc'],
      [/(?:beresp|bereq|resp|req|obj)\.http\.[\w.-]+|var\.[\w.-]+/, 'nv'],
      [/(sub)([ \f\n\r\t\v]+)([\w-]+)/, ['k', '', 'nf']],
      [/C\{/, 'cp', 'inline-c'],
      [
        /\.?[a-z_][\w.-]*/i,
        byWord(
          [
            ['k', KEYWORDS],
            ['nf', FUNCTIONS],
            ['nv', VARIABLES],
          ],
          '',
        ),
      ],
      [re()`${numeric}(?:ms|[smhdwy])`, 'mx'],
      [numeric, (lexing) => lexing.token(/^(?:[0-9]+|0x[0-9a-fA-F]+)$/.test(lexing.matched) ? 'mi' : 'mf')],
      [/"/, 's2', 'string'],
      [/[&|+-]{2}|[<=>!*/+-]=|<<|>>|!~|[-+*/%><=!&|~]/, 'o'],
      [/[{}();.,]/, 'p'],
      [/[\s\S]/, ''],
    ],
    string: [
      [/"/, 's2', pop],
      [/\\[\\"nt]/, 'se'],
      [/[^"\\]+|\\/, 's2'],
    ],
    'inline-c': [
      [/\}C/, 'cp', pop],
      [toEndOfC, (lexing) => lexing.delegate(c.start())],
    ],
  }),
});
