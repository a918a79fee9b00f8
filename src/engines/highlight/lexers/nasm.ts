/** The assembler NASM. */
import { pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { guarded } from '../lexing/scanner.ts';

const stringEnd = /n|(?<!\\)\\(?!\\["'`])|\\\\(?!["'`])/;

export const nasm = defineLexer({
  tag: 'nasm',
  states: () => ({
    root: [
      [guarded(/^\s*%/, /\S/), 'cp', 'preprocessor'],
      'whitespace',
      [/[a-z$._?][\w$.?#@~]*:/i, 'nl'],
      [/([a-z$._?][\w$.?#@~]*)(\s+)(equ)/i, ['no', 'kd', 'kd'], 'arguments'],
      [
        /BITS|USE16|USE32|SECTION|SEGMENT|ABSOLUTE|EXTERN|GLOBAL|ORG|ALIGN|STRUC|ENDSTRUC|COMMON|CPU|GROUP|UPPERCASE|IMPORT|EXPORT|LIBRARY|MODULE/,
        'k',
        'arguments',
      ],
      [/(?:res|d)[bwdqt]|times/i, 'kd', 'arguments'],
      [/[a-z$._?][\w$.?#@~]*/i, 'nf', 'arguments'],
      [/[\r\n]+/, ''],
    ],
    arguments: [
      // no n in them: Rouge writes \n in these sets with a backslash too many
      [guarded(/"(?:\\\\"|[^"\\n])*"/, stringEnd), 's'],
      [guarded(/'(?:\\\\'|[^'\\n])*'/, stringEnd), 's'],
      [guarded(/`(?:\\\\`|[^`\\n])*`/, stringEnd), 's'],
      [/0x[\da-f]+|\d[\da-f]*h/i, 'mh'],
      [/[0-7]+q/i, 'mo'],
      [/[01]+b/i, 'mb'],
      [/\d+\.e?\d+/i, 'mf'],
      [/\d+/, 'mi'],
      [/[,():[\]]+/, 'p'],
      [/[&|^<>+*/%~-]+/, 'o'],
      [/\$+/, 'kc'],
      [/seg|wrt|strict/i, 'ow'],
      [/byte|[dq]?word/i, 'kt'],
      [
        /r\d[0-5]?[bwd]|[a-d][lh]|[er]?[a-d]x|[er]?[sb]p|[er]?[sd]i|[c-gs]s|st[0-7]|mm[0-7]|cr[0-4]|dr[0-367]|tr[3-7]/i,
        'nb',
      ],
      [/[a-z$._?][\w$.?#@~]*/i, 'nv'],
      [/[\r\n]+/, '', pop],
      'whitespace',
    ],
    preprocessor: [
      [/[^;\n]+/, 'cp'],
      [guarded(/;.*\n/, /\n/), 'c1', pop],
      [/\n/, 'cp', pop],
    ],
    whitespace: [
      [/\n/, ''],
      [/[ \t]+/, ''],
      [/;.*/, 'c1'],
    ],
  }),
});
