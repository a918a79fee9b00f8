/** Visual Basic. */
import { pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between } from '../lexing/scanner.ts';
import { byWord } from '../lexing/words.ts';
import { KEYWORDS, OPERATORS, TYPES } from '../words/vb.ts';

const id = /[a-zA-Z_]\w*/;

export const vb = defineLexer({
  tag: 'vb',
  states: () => ({
    whitespace: [
      [/\s+/, ''],
      [/rem\b.*/i, 'c1'],
      [between('%{', '%}'), 'cm'],
      [/'.*/, 'c1'],
    ],
    root: [
      'whitespace',
      [
        between(/#(?:If|ElseIf)(?![\p{L}\p{M}\p{N}\p{Pc}])/u, /(?<![\p{L}\p{M}\p{N}\p{Pc}])Then/gu, {
          first: '#',
          sameLine: true,
        }),
        'cp',
      ],
      [between(/#(?:ExternalSource|Region)/, '\n', { first: '#' }), 'cp'],
      [/#(?:End\s+(?:If|ExternalSource|Region)|Const|ExternalChecksum)/, 'cp'],
      [/[.]/, 'p', 'dotted'],
      [/[(){}!#,:]/, 'p'],
      [/Option\s+(?:Strict|Explicit|Compare)\s+(?:On|Off|Binary|Text)/, 'kd'],
      [/End\b/, 'k', 'end'],
      [/(?:Dim|Const)\b/, 'k', 'variable-name'],
      [/(?:Function|Sub|Property)\b/, 'k', 'function-name'],
      [/(?:Class|Structure|Enum)\b/, 'k', 'class-name'],
      [/(?:Module|Namespace|Imports)\b/, 'k', 'namespace'],
      [
        /[A-Z]\w*/,
        byWord(
          [
            ['k', KEYWORDS],
            ['kt', TYPES],
            ['ow', OPERATORS],
            ['nb', 'Console ConsoleColor'],
          ],
          'n',
        ),
      ],
      [/[-&*/\\^+]=|<<=|>>=|<<|>>|<=|>=|<>|[-&*/\\^+=<>]/, 'o'],
      [/"/, 's', 'string'],
      [/[a-zA-Z_]\w*[%&@!#$]?/, 'n'],
      [/(?:\d+\.\d*|\d*\.\d+)(?:f[+-]?\d+)?/i, 'mf'],
      [/\d+(?:[SILDFR]|US|UI|UL)?/, 'mi'],
    ],
    dotted: ['whitespace', [id, 'n', pop]],
    string: [
      [/""/, 'se'],
      [/"C?/, 's', pop],
      [/[^"]+/, 's'],
    ],
    'variable-name': ['whitespace', [id, 'nv', pop], [/(?:)/, '', pop]],
    'function-name': ['whitespace', [id, 'nf', pop]],
    'class-name': ['whitespace', [id, 'nc', pop]],
    namespace: ['whitespace', [/[a-zA-Z_]\w*(?:[.][a-zA-Z_]\w*)*/, 'nn', pop]],
    end: [
      'whitespace',
      [/(?:Function|Sub|Property|Class|Structure|Enum|Module|Namespace)\b/, 'k', pop],
      [/(?:)/, '', pop],
    ],
  }),
});
