/** Lustre, and Lutin, which has other words. */
import { pop, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between } from '../lexing/scanner.ts';
import { byWord } from '../lexing/words.ts';

interface Words {
  readonly keywords: string;
  readonly operators: string;
  readonly types: string;
}

const id = /[a-zA-Z_][\w']*/;

function lustreLexer(tag: string, { keywords, operators, types }: Words) {
  return defineLexer({
    tag,
    states: () => ({
      root: [
        [/\s+/, ''],
        [/false|true/, 'kc'],
        [/--.*/, 'c1'],
        [between('/*', '*/'), 'cm'],
        [between('(*', '*)'), 'cm'],
        [
          id,
          byWord(
            [
              ['k', keywords],
              ['ow', operators],
              ['kt', types],
            ],
            'n',
          ),
        ],
        [/[(){}[\];]+/, 'p'],
        [/[,!$%&*+./:<=>?@^|~#-]+/, 'o'],
        [/\d[\d_]*(?:[^\d_\n][\d_]*)?e[+-]?\d[\d_]*/i, 'mf'],
        [/\d[\d_]*/, 'mi'],
        [/'(?:\\[\\"'ntbr ]|\\[0-9]{3}|\\x[0-9a-fA-F]{2})'/, 'sc'],
        [/'[.]'/, 'sc'],
        [/"/, 's2', 'string'],
        [re()`[~?]${id}`, 'nv'],
      ],
      string: [
        [/[^\\"]+/, 's2'],
        [/\\[\\"'ntbr]/, 'se'],
        [/\\\d{3}/, 'se'],
        [/\\x[0-9a-fA-F]{2}/, 'se'],
        [/\\\n/, 's2'],
        [/"/, 's2', pop],
      ],
    }),
  });
}

export const lustre = lustreLexer('lustre', {
  keywords: `
    extern unsafe assert const current enum function let node operator returns step struct tel type var model
    package needs provides uses is body end include merge
  `,
  operators: 'div and xor mod or not nor if then else fby pre when with',
  types: 'int real bool',
});

export const lutin = lustreLexer('lutin', {
  keywords: `
    let in node extern system returns weak strong assert raise try catch trap do exist erun run type ref
    exception include false true
  `,
  operators: 'div and xor mod or not nor if then else pre',
  types: 'int real bool trace loop fby',
});
