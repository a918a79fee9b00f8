/** Nim. */
import { pop, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { words } from '../lexing/words.ts';

/** A list as alternatives, in which an underscore may follow each letter. */
function underscored(list: string): string {
  return words(list)
    .map((word) => [...word].map((letter) => `${letter}_?`).join(''))
    .join('|');
}

const KEYWORDS = `
  addr as asm atomic bind block break case cast const continue converter defer discard distinct do elif else
  end enum except export func finally for from generic if import include interface iterator let macro method
  mixin nil object of out proc ptr raise ref return static template try tuple type using var when while with
  without yield
`;
const TYPES = `
  int int8 int16 int32 int64 float float32 float64 bool char range array seq set string
`;
const name = /[a-zA-Z](?:_?[a-zA-Z0-9])*/;

export const nim = defineLexer({
  tag: 'nim',
  states: () => ({
    root: [
      [/##.*/, 'sd'],
      [/#.*/, 'c'],
      [/[*=><+\-/@$~&%!?|\\[\]]/, 'o'],
      [/[.,{}():^`;]/, 'p'],
      [/\w+"/, 's', 'raw-string'],
      [/"""/, 's', 'long-string'],
      [/"/, 's', 'string'],
      [/'/, 'sc', 'character'],
      [re()`(?:${underscored('and or not xor shl shr div mod in notin is isnot')})\b`, 'ow'],
      [/p_?r_?o_?c_?\s(?![([\]])/, 'k', 'function-name'],
      [re()`(?:${underscored(KEYWORDS)})\b`, 'k'],
      [re()`(?:${underscored(TYPES)})\b`, 'kt'],
      [re()`(?:${underscored('true false')})\b`, 'kp'],
      [name, 'n'],
      [/[0-9][0-9_]*(?=[eE.]|'?[fF](?:32|64))/, 'mf', { leave: 0, enter: ['float-suffix', 'float'] }],
      [/0[xX][a-fA-F0-9][a-fA-F0-9_]*/, 'mh', 'integer-suffix'],
      [/0[bB][01][01_]*/, 'm', 'integer-suffix'],
      [/0o[0-7][0-7_]*/, 'mo', 'integer-suffix'],
      [/[0-9][0-9_]*/, 'mi', 'integer-suffix'],
      [/\s+/, ''],
      [/.+/, 'err'],
    ],
    character: [
      [/\\(?:[\\abcefnrtvl"']|x[a-fA-F0-9]{2}|[0-9]{1,3})/, 'se'],
      [/'/, 'sc', pop],
      [/./, 'sc'],
    ],
    'inside-string': [
      [/\$[#\w]+/, 'si'],
      [/[^\\'"$\n]+/, 's'],
      [/['"\\$]/, 's'],
    ],
    string: [
      [/\\(?:[\\abcefnrtvl"']|\n|x[a-fA-F0-9]{2}|[0-9]{1,3})/, 'se'],
      [/"/, 's', pop],
      'inside-string',
    ],
    'raw-string': [[/"(?!")/, 's', pop], [/"/, 'se', pop], 'inside-string'],
    'long-string': [[/"""(?!")/, 's', pop], 'inside-string', [/\n/, 's']],
    'function-name': [
      [name, 'nf', pop],
      [/`.+`/, 'nf', pop],
    ],
    float: [
      [/\.(?!\.)[0-9_]*/, 'mf'],
      [/[eE][+-]?[0-9][0-9_]*/, 'mf'],
      [/(?:)/, '', pop],
    ],
    'float-suffix': [
      [/'?[fF](?:32|64)/, 'mf'],
      [/(?:)/, '', pop],
    ],
    'integer-suffix': [
      [/'?[iI](?:32|64)/, 'il'],
      [/'?[iI](?:8|16)/, 'mi'],
      [/'?[uU]/, 'mi'],
      [/(?:)/, '', pop],
    ],
  }),
});
