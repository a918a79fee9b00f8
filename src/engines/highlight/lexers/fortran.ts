/** Fortran 2008 in free form. */
import { pop, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { classify } from '../lexing/words.ts';
import { INTRINSICS, KEYWORDS, TYPES } from '../words/fortran.ts';

const kind = classify([
  ['k', KEYWORDS],
  ['kt', TYPES],
  ['nb', INTRINSICS],
]);

const kindParameter = /\d+|[A-Z][_A-Z0-9]*/;
const exponent = /[ED][+-]?\d+/;

export const fortran = defineLexer({
  tag: 'fortran',
  states: () => ({
    root: [
      [/\s+/, 'w'],
      [/!.*/, 'c1'],
      [/^#.*/, 'cp'],
      [/::|[()/;,:&[\]]/, 'p'],
      [/^[0-9]+\b/, 'nl'],
      [/(format)(\s*)(\()/i, ['k', 'w', 'p'], 'format'],
      [re('i')`[+-]?(?:(?:\d+[.]\d*|[.]\d+)(?:${exponent})?|\d+${exponent})(?:_${kindParameter})?`, 'mf'],
      [re('i')`[+-]?\d+(?:_${kindParameter})?`, 'mi'],
      [/B(?:'[01]+'|"[01]+")/i, 'mb'],
      [/O(?:'[0-7]+'|"[0-7]+")/i, 'mo'],
      [/Z(?:'[0-9A-F]+'|"[0-9A-F]+")/i, 'mh'],
      [re('i')`(?:${kindParameter}_)?'`, 's1', 'single-quotes'],
      [re('i')`(?:${kindParameter}_)?"`, 's2', 'double-quotes'],
      [re('i')`[.](?:TRUE|FALSE)[.](?:_${kindParameter})?`, 'kc'],
      [/\*\*|==|<=|>=|=>|[-+*<>=%]/, 'o'],
      [/\.[A-Z]+\./i, 'ow'],
      [/double\s+precision\b/i, 'kt'],
      [/(?:go\s+to|sync\s+(?:all|images|memory)|error\s+stop)\b/i, 'k'],
      [/[A-Z][_A-Z0-9]*/i, (lexing) => lexing.token(kind(lexing.matched.toLowerCase()) ?? 'n')],
    ],
    'single-quotes': [
      [/[^']+/, 's1'],
      [/''/, 'se'],
      [/'/, 's1', pop],
    ],
    'double-quotes': [
      [/[^"]+/, 's2'],
      [/""/, 'se'],
      [/"/, 's2', pop],
    ],
    format: [
      [/'/, 's1', 'single-quotes'],
      [/"/, 's2', 'double-quotes'],
      [/\(/, 'p', 'format'],
      [/\)/, 'p', pop],
      [/,/, 'p'],
      [/\s+/, 'w'],
      [/[^\s'"(),]+/, 'l'],
    ],
  }),
});
