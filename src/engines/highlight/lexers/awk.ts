/** Awk. */
import { enter, goto, pop, popTimes } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { quoted } from '../lexing/scanner.ts';
import { classify } from '../lexing/words.ts';

const kind = classify([
  ['k', 'if else while for do break continue return next nextfile delete exit print printf getline'],
  ['kd', 'function'],
  ['kr', 'BEGIN END'],
  ['kc', 'CONVFMT FS NF NR FNR FILENAME RS OFS ORS OFMT SUBSEP ARGC ARGV ENVIRON'],
  [
    'nb',
    'exp log sqrt sin cos atan2 length rand srand int substr index match split sub gsub sprintf system tolower toupper',
  ],
]);

export const awk = defineLexer({
  tag: 'awk',
  states: () => ({
    'comments-and-whitespace': [
      [/\s+/, ''],
      [/#.*/, 'c1'],
    ],
    'expr-start': ['comments-and-whitespace', [/\//, 'sr', goto('regex')], [/(?:)/, '', pop]],
    regex: [
      [/\//, 'sr', goto('regex-end')],
      [/[^/]\n/, 'err', pop],
      [/\n/, 'err', pop],
      [/\[\^?/, 'se', 'regex-group'],
      [/\\./, 'se'],
      [/\(\?[:=<!]/, 'se'],
      [/\{[\d,]+\}/, 'se'],
      [/[()?]/, 'se'],
      [/./, 'sr'],
    ],
    'regex-end': [[/(?:)/, '', pop]],
    'regex-group': [
      [/\//, 'se'],
      [/[^/]\n/, 'err', popTimes(2)],
      [/\]/, 'se', pop],
      [/\\./, 'se'],
      [/./, 'sr'],
    ],
    root: [
      'comments-and-whitespace',
      [/[-<>+*/%^!=]=?|in\b|\|/, 'o', 'expr-start'],
      [/&&|~!?/, 'o', 'expr-start'],
      [/[([,]/, 'p', 'expr-start'],
      [/;/, 'p', 'statement'],
      [/[)\].]/, 'p'],
      [/\?/, 'p', enter('ternary', 'expr-start')],
      [/[{}]/, 'p', 'statement'],
      [
        /[$a-zA-Z_][a-zA-Z0-9_]*/,
        (lexing) => {
          const word = lexing.matched;
          const type = kind(word) ?? (word.startsWith('$') ? 'nv' : 'nx');
          lexing.token(type);
          if (type === 'k' || type === 'kd') lexing.push('expr-start');
        },
      ],
      [/[0-9]+\.[0-9]+/, 'mf'],
      [/[0-9]+/, 'mi'],
      [quoted('"'), 's2'],
      [/:/, 'p'],
    ],
    statement: [[/[{}]/, 'p'], 'expr-start'],
    ternary: [[/:/, 'p', goto('expr-start')], 'root'],
  }),
});
