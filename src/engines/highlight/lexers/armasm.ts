/** Assembly for Arm. */
import { goto, pop, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { anyOf } from '../lexing/words.ts';
import { BUILTINS, CONDITIONS, DIRECTIVES, OPERATORS } from '../words/armasm.ts';

const substitution = /\$[a-z]\w*\.?/i;

export const armasm = defineLexer({
  tag: 'armasm',
  states: () => ({
    root: [
      [/\n/, ''],
      [
        /^([ \t]*)(#[ \t]*(?:(?:define|elif|else|endif|error|if|ifdef|ifndef|include|line|pragma|undef|warning)(?:[ \t].*)?)?)(\n)/,
        ['', 'cp', ''],
      ],
      [/[ \t]+/, '', 'command'],
      [/;.*/, 'c'],
      [/\$[a-z_]\w*\.?/i, 'nn'],
      [/\w+|\|[^|\n]+\|/, 'nl'],
    ],
    command: [
      [/\n/, '', pop],
      [/[ \t]+/, '', goto('arguments')],
      [/;.*/, 'c', pop],
      [/(?:BIN|GET|INCBIN|INCLUDE|LNK)\b/, 'k', goto('file')],
      [re()`(?:${anyOf(DIRECTIVES)}|DCI.[NW]|[[\]|!#*=%&^])(?=[; \t\n])`, 'k'],
      // instructions are all in capitals or all in small letters
      [/(?:[A-Z][\dA-Z]*|[a-z][\da-z]*)(?:\.[NWnw])?(?:\.[DFIPSUdfipsu]?(?:8|16|32|64)?){0,3}\b/, 'nb'],
      [/[a-z_]\w*|\|[^|\n]+\|/i, 'nf'],
      [substitution, 'nn'],
    ],
    arguments: [
      [/\n/, '', pop],
      [/[ \t]+/, ''],
      [/;.*/, 'c', pop],
      [re()`(?:${anyOf(CONDITIONS)})\b`, 'nb'],
      [/[a-z_]\w*|\|[^|\n]+\|/i, 'nv'],
      [/%[bf]?[at]?\d+(?:[a-z_]\w*)?/i, 'nl'],
      'numbers',
      [/[@:](?=[ \t]*(?:8|16|32|64|128|256)[^\d])/, 'o'],
      [re()`[.@]|\{(?:${anyOf(BUILTINS)})\}`, 'no'],
      [
        re()`[-!#%&()*+,/<=>?^{|}[\]]|:(?:${anyOf(OPERATORS)}|TARGET_(?:ARCH|FEATURE)_[0-9A-Z_]+|TARGET_FPU_[A-Z_]|TARGET_PROFILE_[ARM]):`,
        'o',
      ],
      [substitution, 'nn'],
      [/'/, 'sc', goto('single-quoted')],
      [/"/, 's2', goto('double-quoted')],
    ],
    numbers: [
      [/(?:&|0x)[0-9a-f]+(?!p)/i, 'mh'],
      [/(?:&|0x)[.0-9a-f]+(?:p[-+]?\d+)?/i, 'mf'],
      [/0f_[0-9a-f]{8}|0d_[0-9a-f]{16}/i, 'mf'],
      [/(?:2_[01]+|3_[0-2]+|4_[0-3]+|5_[0-4]+|6_[0-5]+|7_[0-6]+|8_[0-7]+|9_[0-8]+|\d+)(?!e)/i, 'mi'],
      [
        /(?:2_[.01]+|3_[.0-2]+|4_[.0-3]+|5_[.0-4]+|6_[.0-5]+|7_[.0-6]+|8_[.0-7]+|9_[.0-8]+|[.\d]+)(?:e[-+]?\d+)?/i,
        'mf',
      ],
    ],
    'single-quoted': [
      [/\n/, '', pop],
      [/\$\$/, 'sc'],
      [substitution, 'nn'],
      [/'/, 'sc', goto('arguments')],
      [/[^$'\n]+/, 'sc'],
    ],
    'double-quoted': [
      [/\n/, '', pop],
      [/\$\$/, 's2'],
      [substitution, 'nn'],
      [/"/, 's2', goto('arguments')],
      [/[^$"\n]+/, 's2'],
    ],
    file: [
      [/\n/, '', pop],
      [/\$\$/, 'sx'],
      [substitution, 'nn'],
      [/[^$\n]+/, 'sx'],
    ],
  }),
});
