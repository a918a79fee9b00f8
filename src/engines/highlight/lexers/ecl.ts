/** ECL, the language of HPCC's clusters. */
import type { Lexing } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between, guarded } from '../lexing/scanner.ts';
import { classify } from '../lexing/words.ts';
import { FUNCTIONS, KEYWORDS, TEMPLATE, TYPES } from '../words/ecl.ts';

const LIBRARIES = [
  'date',
  'file',
  'str',
  'math',
  'metaphone',
  'metaphone3',
  'uni',
  'audit',
  'blas',
  'system',
];
const MODULES = ['debug', 'email', 'job', 'log', 'thorlib', 'util', 'workunit'];

const template = classify([['kt', TEMPLATE]]);
const kind = classify([
  ['kt', TYPES],
  ['k', KEYWORDS],
  ['nf', FUNCTIONS],
  ['kc', 'true false'],
]);
/** Types that may be followed by any size, and by some. */
const SIZED = /^(?:data|string|qstring|varstring|varunicode|unicode|utf8)\d+$/;
const NUMBERED = /^(?:(?:integer|unsigned)0*[1-8]|real0*[48])$/;

function name(lexing: Lexing<undefined>): void {
  const word = lexing.group(2).toLowerCase();
  if (lexing.group(1) === '#') lexing.token(template(word) ?? 'err');
  else if (SIZED.test(word)) lexing.token('kt');
  else lexing.token(kind(word) ?? (NUMBERED.test(word) ? 'kt' : 'nx'));
}

export const ecl = defineLexer({
  tag: 'ecl',
  states: () => ({
    root: [
      [/\n+/, ''],
      [/\/\/.*/, 'c1'],
      [/[ \t\r]+|\\\n/, ''],
      [between('/*', '*/'), 'cm'],
      [/[xDQUV]?'[^'\\]*(?:\\.[^'\\]*)*'/, 's1'],
      [/\\(?:x\\h{2}|[0-2][0-7]{0,2}|3[0-6][0-7]?|37[0-7]?|[4-7][0-7]?|.|$)/, ''],
      [/(?:and|not|or|in)\b/i, 'ow'],
      [/[:=|></\\+]/, 'o'],
      [/[[\]{}();,&.%]/, 'p'],
      [between(/beginc\+\+/i, /endc\+\+/gi, { first: 'bB' }), 's1'],
      [between(/embed/i, /endembed/gi, { first: 'eE' }), 's1'],
      [
        guarded(/(\w+)\.(\w+)\.(\w+)/, /\W/),
        (lexing) => {
          const isStandard =
            lexing.group(1) === 'std' &&
            LIBRARIES.includes(lexing.group(2)) &&
            MODULES.includes(lexing.group(3));
          lexing.token(isStandard ? 'nc' : 'nv');
        },
      ],
      [/u?decimal\d+(?:_\d+)?\b/i, 'kt'],
      [/\d+\.\d+(?:e[+-]?\d+)?/i, 'mf'],
      [/0?x[0-9a-f]+|0[0-9a-f]+x/i, 'mh'],
      [/0[bB][01]+|[01]+[bB]/, 'mb'],
      [/\d+/, 'mi'],
      [guarded(/(#?)([a-z_]\w*)\b/i, /\W/), name],
    ],
  }),
});
