/** Praat. */
import { goto, pop, re, type State } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { guarded } from '../lexing/scanner.ts';
import { anyOf } from '../lexing/words.ts';
import {
  KEYWORDS,
  NUMERIC_FUNCTIONS,
  NUMERIC_VARIABLES,
  OBJECTS,
  STRING_FUNCTIONS,
  STRING_VARIABLES,
} from '../words/praat.ts';

const continued = guarded(/\n\s*\.{3}/, /\S/);
const comment = /(\s+)(#.*)/;

function names(): Record<string, State<undefined>> {
  const objects = anyOf(OBJECTS);
  return {
    functions: [
      [re()`(?:${anyOf(STRING_FUNCTIONS)})\$(?=\s*[:(])`, 'nf', 'function'],
      [/(?:linear|randomGauss|randomInteger|randomUniform|zero)#(?=\s*[:(])/, 'nf', 'function'],
      [re()`(?:${anyOf(NUMERIC_FUNCTIONS)})(?=\s*[:(])`, 'nf', 'function'],
    ],
    variables: [
      'operators',
      'numbers',
      [re()`(?:${anyOf(STRING_VARIABLES)})\$`, 'nb'],
      [re()`(?:${anyOf(NUMERIC_VARIABLES)})(?!\$)\b`, 'nb'],
      [re()`(?:Object|${objects})_`, 'nb', 'object'],
      [/\.?[a-z][a-zA-Z0-9_.]*[$#]?/, ''],
      [/[[\]]/, '', 'list'],
      'interpolated',
    ],
    object: [
      'interpolated',
      [/[a-z][a-zA-Z0-9_]*|\d+/, 'nb'],
      [/\.(?:ncol|nrow|xmin|ymin|xmax|ymax|nx|ny|dx|dy)\b/, 'nb', pop],
      [/\$/, 'nb'],
      [/\[/, '', pop],
    ],
    'selected-object': [[re()`(?:${objects})(?=\s+\S+\n)`, 'nc', 'unquoted']],
  };
}

const FORM: State<undefined> = [
  [comment, ['', 'c1']],
  [/\s+/, ''],
  [/(optionmenu|choice)([ \t]+\S+:[ \t]+)/, ['k', ''], 'numbers'],
  [/(option|button)([ \t]+)/, ['k', ''], 'unquoted'],
  [/(sentence|text)([ \t]+\S+)/, ['k', ''], 'unquoted'],
  [/(word)([ \t]+\S+[ \t]*)(\S+)?([ \t]+.*)?/, ['k', '', 's', '']],
  [/(boolean)(\s+\S+\s*)(0|1|"?(?:yes|no)"?)/, ['k', '', 'nv']],
  [/(real|natural|positive|integer)([ \t]+\S+[ \t]*)([+-]?)/, ['k', '', 'o'], 'numbers'],
  [/(comment)(\s+)/, ['k', ''], 'unquoted'],
  [/endform\b/, 'k', pop],
];

export const praat = defineLexer({
  tag: 'praat',
  states: () => ({
    ...names(),
    root: [
      [comment, ['', 'c1']],
      [/^#.*/, 'c1'],
      [/;[^\n]*/, 'c1'],
      [/\s+/, ''],
      [/(procedure)(\s+)/, ['k', ''], 'definition'],
      [/(call)(\s+)/, ['k', ''], 'call'],
      [/@/, 'nf', 'call'],
      'functions',
      [re()`(?:select all|${anyOf(KEYWORDS)})\b`, 'k'],
      [/(form\b)(\s+)([^\n]+)/, ['k', '', 's'], 'form'],
      [
        /(print(?:line|tab)?|echo|exit|asserterror|pause|send(?:praat|socket)|include|execute|system(?:_nocheck)?)(\s+)/,
        ['k', ''],
        'unquoted',
      ],
      [/(goto|label)(\s+)(\w+)/, ['k', '', 'nl']],
      'variables',
      [/"/, 's', 'string'],
      'selected-object',
      [/(?=[A-Z])/, '', 'command'],
      [/\.{3}|[)(,$]/, 'p'],
    ],
    command: [
      [/ ?[^\s:.']+ ?/, 'k'],
      'interpolated',
      [/\.{3}/, 'k', goto('arguments')],
      [/:/, 'k', goto('list')],
      [/\s/, '', pop],
    ],
    call: ['interpolated', [/:|\s*\(/, 'p', pop], [/'|[^:('\s]+/, 'nf'], [/(?=\s)/, '', goto('arguments')]],
    definition: [
      [/:|\s*\(/, 'p', pop],
      [/[^:(\s]+/, 'nf'],
      [/\s+/, '', pop],
    ],
    function: [
      [/\s+/, ''],
      [/[:(]/, '', goto('list')],
    ],
    list: [
      [/((?=[^\S\n]*\n)\s+)(\.{3})/, ['', 'p']],
      [/\s*[\])\n]/, '', pop],
      [/\s+/, ''],
      [/"/, 's', 'string'],
      [/(?:if|then|else|fi|endif)\b/, 'k'],
      'functions',
      'variables',
      [/[()]/, ''],
      [/,/, 'p'],
    ],
    arguments: [[/\n/, '', pop], 'variables', [/"/, 's', 'string'], [/[^\n]/, '']],
    numbers: [
      [/\n/, '', pop],
      [/\d+(?:\.\d*)?(?:[eE][-+]?\d+)?%?/, 'm'],
    ],
    operators: [
      [/[+/*<>=!-]=?|[&*|][&*|]?|\^/, 'o'],
      [/(?:and|or|not|div|mod)(?![\w.])/, 'ow'],
    ],
    interpolated: [[/'[._a-z][^[\]'":]*(?:\[(?:[\d,]+|"[\w,]+")\])?(?::[0-9]+)?'/, 'si']],
    unquoted: [[continued, 'p'], [/\n/, '', pop], [/\s/, ''], 'interpolated', [/'|[^'\n]+/, 's']],
    string: [[continued, 'p'], [/"/, 's', pop], 'interpolated', [/'|[^'"\n]+/, 's']],
    form: FORM,
  }),
});
