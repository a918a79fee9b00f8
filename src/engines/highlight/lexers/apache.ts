/** Apache's configuration. */
import { type Lexing, pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { ANY, nearest, type Scanner } from '../lexing/scanner.ts';
import type { TokenClass } from '../lexing/tokens.ts';
import { classify } from '../lexing/words.ts';
import { NAMES } from '../words/apache.ts';

const known = classify([['nc', NAMES]]);

/** The kind for a name of Apache's; other names are plain text. */
function kindOf(name: string, type: TokenClass): TokenClass {
  return known(name.toLowerCase()) === undefined ? '' : type;
}

const CLOSE = />(?:\r\n?|\n)?/g;

/** What follows a section's name, with the bracket that closes it. */
const sectionEnd: Scanner = {
  first: ANY,
  scan(text, at, seen) {
    const { found, end } = nearest(text, at, CLOSE, seen);
    return found < text.length ? end : -1;
  },
};

function sectionTokens(lexing: Lexing<undefined>): void {
  const close = lexing.matched.indexOf('>');
  lexing.token('sr', lexing.matched.slice(0, close));
  lexing.token('p', lexing.matched.slice(close));
}

export const apache = defineLexer({
  tag: 'apache',
  states: () => ({
    whitespace: [
      [/#.*/, 'c'],
      [/\s+/, ''],
    ],
    root: [
      'whitespace',
      [
        /(<\/?)(\w+)/,
        (lexing) => {
          lexing.groups('p', kindOf(lexing.group(2), 'nl'));
          lexing.push('section');
        },
      ],
      [
        /\w+/,
        (lexing) => {
          lexing.token(kindOf(lexing.matched, 'nc'));
          lexing.push('directive');
        },
      ],
    ],
    section: [[sectionEnd, sectionTokens, pop], 'whitespace'],
    directive: [
      [/\r\n?|\n/, '', pop],
      'whitespace',
      [/\S+/, (lexing) => lexing.token(kindOf(lexing.matched, 'ss'))],
    ],
  }),
});
