/** The Wolfram Language of Mathematica. */
import { pop, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { quoted } from '../lexing/scanner.ts';
import { byWord } from '../lexing/words.ts';
import { SYMBOLS } from '../words/mathematica.ts';

const number = /\.\d+|\d+\.\d*|\d+/;
const precision = re()`\`(?:\`?${number})?`;
const exponent = /\*\^[+-]?\d+/;
const identifier = /[a-zA-Z$][$a-zA-Z0-9]*/;
/** A symbol; one like `\[Gamma]` has a name. */
const symbol = re()`(?:${identifier}|\\\[${identifier}\])+`;

export const mathematica = defineLexer({
  tag: 'mathematica',
  states: () => ({
    root: [
      [/\s+/, 'w'],
      [/\(\*/, 'c', 'comment'],
      [re()`\d+\^\^(?:\.\w+|\w+\.\w*|\w+)${precision}?${exponent}?`, 'm'],
      [re()`${number}${precision}?${exponent}?`, 'm'],
      [re()`::${identifier}`, 'nt'],
      [quoted('"', '::'), 'nt'],
      [/(?:In|Out)\[[0-9]+\]:?=/, 'gp'],
      [
        re()`\`?${symbol}(?:\`${symbol})*\`?`,
        byWord(
          [
            ['bp', 'Module With Block'],
            ['nb', SYMBOLS],
          ],
          'nv',
        ),
      ],
      [re()`#(?:${identifier}|"${identifier}"|[0-9]*)`, 'nf'],
      [/[+\-*/|,;.:@~=><&`'^?!_%]/, 'o'],
      [/[[\](){}]/, 'p'],
      [quoted('"'), 's'],
    ],
    comment: [
      [/\(\*/, 'c', 'comment'],
      [/\*\)/, 'c', pop],
      [re()`::${identifier}::`, 'cp'],
      [/ :(?:\s|[a-zA-Z$][0-9]*)+: /, 'cp'],
      [/./, 'c'],
    ],
  }),
});
