/** Puppet. */
import { pop, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { literal } from '../lexing/literal.ts';
import { guarded } from '../lexing/scanner.ts';
import { byWord } from '../lexing/words.ts';

const id = /[a-z]\w*/;
const qualified = re()`(?:::)?(?:${id}::)*\w+`;

export const puppet = defineLexer({
  tag: 'puppet',
  states: () => ({
    whitespace: [
      [/\s+/, ''],
      [guarded(/#.*\n/, /\n/), 'c'],
    ],
    root: [
      'whitespace',
      [re()`[$]${qualified}`, 'nv'],
      [re()`${id}(?=\s*[=+]>)`, byWord([['kp', 'before require notify subscribe']], 'py')],
      [re()`${qualified}(?=\s*[(])`, 'nf'],
      [/[A-Z]\w*/, 'nc'],
      [/[+=|~-]>|<[|~-]/, 'p'],
      [/[|:}();[\]]/, 'p'],
      [/[{,]/, 'p', 'regex-allowed'],
      [/(?:in|and|or)\b/, 'ow'],
      [/[=!<>]=/, 'o'],
      [/[=!]~/, 'o', 'regex-allowed'],
      [/[.=<>!+*/-]/, 'o'],
      [re()`(class|include)(\s*)(${qualified})`, ['k', '', 'nc']],
      [/node\b/, 'k', 'regex-allowed'],
      [literal("'", { within: 'text' }), 's1'],
      [/"/, 's2', 'string'],
      [/\d+(?:[.]\d+)?(?:e[+-]\d+)?/, 'm'],
      [
        qualified,
        byWord(
          [
            ['k', 'and case class default define else elsif if in import inherits node unless'],
            ['kc', 'false true undef'],
          ],
          'n',
        ),
      ],
    ],
    'regex-allowed': ['whitespace', [/\//, 'sr', 'regex'], [/(?:)/, '', pop]],
    regex: [
      [/\//, 'sr', pop],
      [/\\./, 'se'],
      [/[(){}]/, 'si'],
      [/\[/, 'si', 'regex-class'],
      [/./, 'sr'],
    ],
    'regex-class': [
      [/\]/, 'si', pop],
      [/-(?=\])/, 'sr'],
      [/-/, 'si'],
      [/\\./, 'se'],
      [/[^\\\]-]+/, 'sr'],
    ],
    string: [
      [/"/, 's2', pop],
      [/[^$\\"]+/, 's2'],
      [/\\[\s\S]/, 'se'],
      [re()`[$]${qualified}`, 'nv'],
      [re()`[$]\{${qualified}\}`, 'nv'],
    ],
  }),
});
