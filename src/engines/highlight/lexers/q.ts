/** q, the language of kdb+. */
import { pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { guarded, nearest, type Scanner } from '../lexing/scanner.ts';
import { classify } from '../lexing/words.ts';
import { FUNCTIONS, KEYWORDS, OPERATORS } from '../words/q.ts';

const kind = classify([
  ['k', KEYWORDS],
  ['ow', OPERATORS],
  ['nb', FUNCTIONS],
]);

const LONE_BACKSLASH = /(?<![^\n])\\(?![^\n])/g;

/** From a line that is a slash to a line that is a backslash. */
const blockComment: Scanner = {
  first: '/',
  lineStart: true,
  scan(text, at, seen) {
    if (!/^\n?$/.test(text.slice(at + 1, at + 2))) return -1;
    const { found, end } = nearest(text, at + 1, LONE_BACKSLASH, seen);
    return found < text.length ? end : -1;
  },
};

export const q = defineLexer({
  tag: 'q',
  states: () => ({
    root: [
      [/#!.*/, 'cp', 'top'],
      [/(?:)/, '', 'top'],
    ],
    top: [
      [/^[ \t\r]+.*/, 'cs'],
      [/\n+/, ''],
      [/(?:)/, '', 'base'],
    ],
    base: [
      [/\n+/, ''],
      [/^.\)/, 'kd'],
      [
        /\.?[a-z][a-z0-9_.]*/i,
        (lexing) => {
          const word = lexing.matched;
          lexing.token(kind(word) ?? (/^\.[zQqho]\./.test(word) ? 'no' : 'n'));
        },
      ],
      [guarded(/\s+\/.*/, /\S/), 'c1'],
      [/[ \t\r]+/, 'w'],
      [blockComment, 'cm'],
      [/^\/[^\n]*(?:\n[^\S\n].*)*/, 'cm'],
      [/^\\$/, 'c', 'bottom'],
      [/^\\\\\s+/, 'k', 'bottom'],
      [/"/, 's', 'string'],
      [
        /(?:\d+D|\d{4}\.[01]\d\.[0123]\d[DT])(?:[012]\d:[0-5]\d(?::[0-5]\d(?:\.\d+)?)?|(?:[012]\d)?)[zpn]?\b/,
        'ld',
      ],
      [/[012]\d:[0-5]\d(?::[0-5]\d(?:\.\d+)?)?[uvtpn]?\b/, 'ld'],
      [/\d{4}\.[01]\d\.[0-3]\d[dpnzm]?\b/, 'ld'],
      [/0[nNwW][hijefcpmdznuvt]?/, 'kc'],
      [/'|\/:|\\:|\\|\/|[012]:/, 'o'],
      [/(?:\d+[.]\d*|[.]\d+)(?:e[+-]?\d+)?[ef]?/, 'mf'],
      [/\d+e[+-]?\d+[ef]?/, 'mf'],
      [/\d+[ef]/, 'mf'],
      [/0x[0-9a-f]+/i, 'mh'],
      [/[01]+b/, 'mb'],
      [/[0-9]+[hij]?/, 'mi'],
      [/`(?::[:a-z0-9._/]*|(?:[a-z0-9.][:a-z0-9._]*)?)/i, 'ss'],
      [/(?:<=|>=|<>|::)|[?:$%&|@._#*^\-+~,!><=]:?/, 'o'],
      [/[{}[\]();]/, 'p'],
    ],
    string: [
      [/\\"/, 's'],
      [/"/, 's', pop],
      [/\\(?:[\\nr]|[01][0-7]{2})/, 'se'],
      [/[^\\"\n]+/, 's'],
      [/\\/, 's'],
    ],
    bottom: [[/[\s\S]+/, 'cm']],
  }),
});
