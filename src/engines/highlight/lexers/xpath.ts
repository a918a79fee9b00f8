/** XPath 3.1, and the states that XQuery starts from. */
import { goto, pop, re, type States } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { anyOf } from '../lexing/words.ts';
import { AXES, KIND_TESTS, WORD_OPERATORS, XPATH_KEYWORDS } from '../words/xquery.ts';

export const ncName = /[a-zA-Z_][a-zA-Z_\-.0-9]*/;
export const qName = re()`${ncName}(?::${ncName})?`;
/** A name, with the address of its namespace or without it. */
export const eqName = re()`Q\{[^{}]*\}${ncName}|${qName}`;
/** A parenthesis that opens no comment. */
const paren = /\((?!:)/;
const literal = /"(?:""|[^"])*"|'(?:''|[^'])*'/;
const operators = /,|=>|=|:=|:|>=|>>|>|<=|<<|<|-|\*|!=|\+|\/\/|\/|\|\||\|/;
const wordOperators = re()`(?:${anyOf(WORD_OPERATORS)})\b`;
const keywords = re()`(?:${anyOf(XPATH_KEYWORDS)})\b`;
const kindTest = re()`(${anyOf(KIND_TESTS)})(\s*)(${paren})`;
const instructionTest = re()`(processing-instruction)(\s*)(${paren})`;
const castAs = /(cast|castable)(\s+)(as)/;
const ofType = /(treat)(\s+)(as)|(instance)(\s+)(of)/;

export function xpathStates(): States<undefined> {
  return {
    'comments-and-whitespace': [
      [/\(:/, 'c', 'comment'],
      [/\s+/, 'w'],
    ],
    root: [
      'comments-and-whitespace',
      [/\.[0-9]+|[0-9]+(?:\.[0-9]*)?[eE][+-]?[0-9]+/, 'mf'],
      [/[0-9]+\.[0-9]*/, 'mf'],
      [/[0-9]+/, 'm'],
      [literal, 's'],
      [/\$/, 'nv', 'variable-name'],
      [operators, 'o'],
      [wordOperators, 'ow'],
      [keywords, 'k'],
      [/[?,{}()[\]]/, 'p'],
      [re()`(function)(\s*)(${paren})`, ['k', 'w', 'p']],
      [/map|array|empty-sequence/, 'k'],
      [kindTest, ['k', 'w', 'p'], 'kind-test'],
      [instructionTest, ['k', 'w', 'p'], 'instruction-test'],
      [re()`(${eqName})(\s*)(${paren})`, ['nf', 'w', 'p']],
      [re()`(${eqName})(\s*)(#)(\s*)(\d+)`, ['nf', 'w', 'nf', 'w', 'nf']],
      [castAs, ['k', 'w', 'k'], 'single-type'],
      [ofType, ['k', 'w', 'k', 'k', 'w', 'k'], 'item-type'],
      [/as\b/, 'k', 'item-type'],
      [re()`(${ncName})(\s*)(:)(\s*)(\*)`, ['nt', 'w', 'p', 'w', 'o']],
      [re()`(${anyOf(AXES)})(\s*)(::)`, ['k', 'w', 'o']],
      [/\.\.?/, 'o'],
      [/@/, 'na', 'attribute-name'],
      [eqName, 'nt'],
    ],
    'single-type': ['comments-and-whitespace', [eqName, 'kt', pop]],
    'item-type': [
      'comments-and-whitespace',
      [kindTest, ['kt', 'w', 'p'], { leave: 1, enter: ['occurrence', 'kind-test'] }],
      [instructionTest, ['kt', 'w', 'p'], { leave: 1, enter: ['occurrence', 'instruction-test'] }],
      [re()`(item)(\s*)(${paren})(\s*)(\))`, ['kt', 'w', 'p', 'w', 'p'], goto('occurrence')],
      [re()`(function|array|map|empty-sequence)(\s*)(${paren})`, ['kt', 'w', 'p']],
      [castAs, ['k', 'w', 'k'], goto('single-type')],
      [ofType, ['k', 'w', 'k', 'k', 'w', 'k']],
      [/as\b/, 'k'],
      [operators, 'o', pop],
      [wordOperators, 'ow', pop],
      [keywords, 'k', pop],
      [/[[),]/, 'p', pop],
      [eqName, 'kt', goto('occurrence')],
    ],
    'kind-test': [
      'comments-and-whitespace',
      [/[?*]/, 'o'],
      [/,/, 'p'],
      [re()`(element|schema-element)(\s*)(${paren})`, ['kt', 'w', 'p'], 'kind-test'],
      [eqName, 'nt'],
      [/\)/, 'p', pop],
    ],
    'instruction-test': ['comments-and-whitespace', [ncName, 'n'], [literal, 's'], [/\)/, 'p', pop]],
    occurrence: ['comments-and-whitespace', [/[?*+]/, 'o', pop], [/(?![?*+])/, '', pop]],
    'variable-name': [
      'comments-and-whitespace',
      [re()`(${eqName})(\s*)(${paren})`, ['nv', 'w', 'p'], pop],
      [eqName, 'nv', pop],
    ],
    'attribute-name': ['comments-and-whitespace', [eqName, 'na', pop], [/\*/, 'o', pop]],
    comment: [
      [/:\)/, 'c', pop],
      [/\(:/, 'c', 'comment'],
      [/[^:(]+/, 'c'],
      [/[:(]/, 'c'],
    ],
  };
}

export const xpath = defineLexer({ tag: 'xpath', states: xpathStates });
