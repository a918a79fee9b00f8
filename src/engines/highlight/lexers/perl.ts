/** Perl. */
import { pop, type Rule } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { announced, between, guarded, listed, nearest, type Scanner } from '../lexing/scanner.ts';
import { BUILTINS, KEYWORDS } from '../words/perl.ts';
import { delimited, nesting } from './perl-quotes.ts';

/** Documentation from `=name` to `=cut`, which may stand directly behind the name only where no other follows. */
const pod: Scanner = {
  first: '=',
  lineStart: true,
  scan(text, at, seen) {
    const open = /=[a-zA-Z0-9]+[ \t-\r]+/y;
    open.lastIndex = at;
    const match = open.exec(text);
    if (match === null) return -1;
    const { found, end } = nearest(text, open.lastIndex, '\n=cut', seen);
    if (found < text.length) return end;
    return /\s\n$/.test(match[0]) && text.startsWith('=cut', open.lastIndex) ? open.lastIndex + 4 : -1;
  },
};

const SUBSTITUTION_FLAGS = /[msixpodualngcr]*/y;
const MATCH_FLAGS = /[msixpodualngc]*/y;
const BALANCED_FLAGS = /[egimosx]*/y;

/** The second half of `s{…}{…}`, or a match, in delimiters of the code's choice. */
function secondHalves(): readonly Rule<undefined>[] {
  return ['//', '!!', '{}', '<>', '[]', '()', '@@', '%%', '$$'].map(([open = '', close = '']) => [
    delimited(open, new RegExp(`\\${open}`, 'y'), BALANCED_FLAGS, { close }),
    'sr',
    pop,
  ]);
}

/** The first half of a substitution in brackets. */
function firstHalves(): readonly Rule<undefined>[] {
  return ['{}', '<>', '[]', '()'].map(([open = '', close = '']) => [
    delimited('sty', new RegExp(`(?:s|tr|y)\\${open}`, 'y'), /[ \t-\r]*/y, { close }),
    'sr',
    'second-half',
  ]);
}

export const perl = defineLexer({
  tag: 'perl',
  states: () => ({
    'second-half': [...secondHalves(), [/\\[^\\]*(?:\\\\[^\\]*)*\\[egimosx]*/, 'sr', pop]],
    root: [
      [/#.*/, 'c1'],
      [pod, 'cm'],
      [listed(KEYWORDS), 'k'],
      [/(format)(\s+)([a-zA-Z0-9_]+)(\s*)(=)(\s*\n)/, ['k', '', 'n', '', 'p', ''], 'format'],
      [/(?:eq|lt|gt|le|ge|ne|not|and|or|cmp)\b/, 'ow'],
      ...firstHalves(),
      [delimited('sty', /(?:s|tr|y)[ \t-\r]*([^\w \t-\r])/uy, SUBSTITUTION_FLAGS, { parts: 2 }), 'sr'],
      [delimited('sty', /(?:s|tr|y)[ \t-\r]+(\w)/y, SUBSTITUTION_FLAGS, { parts: 2 }), 'sr'],
      [/m?\/[^\\/\n]*(?:\\(?:[\\/]|(?![\\/]))[^\\/\n]*)*\\?\/[msixpodualngc]*/, 'sr'],
      [/m(?=[/!\\{<[(@%$])/, 'sr', 'second-half'],
      [delimited('m', /m[ \t-\r]*([^\w \t-\r])/uy, MATCH_FLAGS), 'sr'],
      [delimited('m', /m[ \t-\r]+(\w)/y, MATCH_FLAGS), 'sr'],
      [/\s+/, ''],
      [/(?=[a-z_]\w*(?:\s*#.*\n)*\s*=>)/i, '', 'key'],
      [listed(BUILTINS), 'nb'],
      [/(?:__(?:DIE|WARN)__|DATA|STD(?:IN|OUT|ERR))\b/, 'bp'],
      [announced('<', /<<(['"]?)([a-zA-Z_][a-zA-Z0-9_]*)\1;?\n/, (mark) => `\n${mark}\n`), 's'],
      [/__(?:END|DATA)__\b/, 'cp', 'end-part'],
      [/\$\^[ADEFHILMOPSTWX]/, 'vg'],
      [/\$[\\"'[\]&`+*.,;=%~?@$!<>(^|/_-](?!\w)/, 'vg'],
      [guarded(/[$@%&*][$@%&*#_]*(?=[a-z{[;])/i, /[^$@%&*#_]/), 'nv', 'variable'],
      [/[-+/*%=<>&^|!\\~]=?/, 'o'],
      [/0_?[0-7]+(?:_[0-7]+)*/, 'mo'],
      [/0x[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*/, 'mh'],
      [/0b[01]+(?:_[01]+)*/, 'mb'],
      [/\d*(?:_\d*)*\.\d+(?:_\d*)*(?:e[+-]?\d+)?/i, 'mf'],
      [/\d+(?:_\d*)*e[+-]?\d+(?:_\d*)*/i, 'mf'],
      [/\d+(?:_\d+)*/, 'mi'],
      [/'/, 'p', 'single-quotes'],
      [/"/, 'p', 'double-quotes'],
      [/`/, 'p', 'backticks'],
      [/q[qwrx]?\{/, 'sx', 'braces'],
      [/q[qwrx]?\(/, 'sx', 'parentheses'],
      [/q[qwrx]?\[/, 'sx', 'brackets'],
      [/q[qwrx]?</, 'sx', 'angles'],
      [announced('q', /q[qwrx]?(\W)/u, (mark) => mark), 'sx'],
      [/sub\s+/, 'k', 'function-name'],
      [/\[\]|::|\.{1,3}/, 'o'],
      [/[()[\]:;,?{}]/, 'p'],
      [/(?=\w)/, '', 'name'],
    ],
    format: [
      [/\.\n/, 'si', pop],
      [guarded(/.*\n/, /\n/), 'si'],
    ],
    key: [
      [/#.*/, 'c1'],
      [/\w+/, 's'],
      [/\s+/, ''],
      [/=>/, 'o', pop],
    ],
    'name-part': [
      [/\w+::/, 'nn'],
      [/[\w:]+/, 'nv', pop],
    ],
    variable: [[/\s+/, ''], [/[{[),;]/, 'p', pop], 'name-part'],
    name: ['name-part', [/(?=\W)/, '', pop]],
    'function-name': [
      [/[a-zA-Z_]\w*[!?]?/, 'nf'],
      [/\s+/, ''],
      [/(\([$@%]*\))(\s*)/, ['p', '']],
      [guarded(/.*?\{/, /\n/), 'p', pop],
      [/;/, 'p', pop],
    ],
    'single-quotes': [
      [/\\[\\']/, 'se'],
      [/[^\\']+/, 's1'],
      [/'/, 'p', pop],
      [/\\/, 's1'],
    ],
    'double-quotes': [
      'interpolation',
      [/\\[\\tnrabefluLUE"$@]/, 'se'],
      [/\\(?:0\d{2}|o\{\d+\}|x[0-9a-fA-F]{2}|x\{[0-9a-fA-F]+\}|c.)/, 'se'],
      [between(/\\N\{(?!\})/, '}', { first: '\\' }), 'se'],
      [/[^\\"$@]+|[$@]/, 's2'],
      [/"/, 'p', pop],
      [/\\/, 'se'],
    ],
    backticks: ['interpolation', [/\\[\\tnr`]/, 'se'], [/[^\\`$@]+|[$@]/, 'sb'], [/`/, 'p', pop]],
    braces: nesting('{', '}'),
    parentheses: nesting('(', ')'),
    brackets: nesting('[', ']'),
    angles: nesting('<', '>'),
    interpolated: [
      [/\}/, 'si', pop],
      [/\s+/, ''],
      [/[a-z_]\w*/i, 'si'],
    ],
    interpolation: [
      [/[$@]\{/, 'si', 'interpolated'],
      [/[$@][a-z_]\w*/i, 'si'],
    ],
    'end-part': [[/[\s\S]+/, 'cp', pop]],
  }),
});
