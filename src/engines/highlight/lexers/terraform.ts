/** Terraform: HashiCorp's configuration language with expressions in its strings. */
import { goto, pop, re, type State } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { byWord, classify, type WordLists } from '../lexing/words.ts';
import { type HclData, hclStates } from './hcl.ts';

const LISTS: WordLists = [
  ['k', 'terraform module provider variable resource data provisioner output'],
  ['kd', 'var local'],
  ['kc', 'true false null'],
];
const kind = classify(LISTS);

function string(type: 's1' | 's2', quote: string): State<HclData> {
  return [
    [re()`[^\\${quote}$]+`, type],
    [/\\./, 'se'],
    [/\$\{/, 'k', 'interpolation'],
    [re()`${quote}`, type, pop],
  ];
}

export const terraform = defineLexer<HclData>({
  tag: 'terraform',
  data: () => ({ mark: '' }),
  states: () => {
    const base = hclStates((name) => {
      const type = kind(name) ?? 'nx';
      return { type, opens: type !== 'kc' };
    });
    return {
      ...base,
      hash: [[/[.,()*]/, 'p'], ...base.hash],
      array: [[/[.,()*]/, 'p'], ...base.array],
      'double-quotes': string('s2', '"'),
      'single-quotes': string('s1', "'"),
      interpolation: [[/\}/, 'k', pop], 'expression'],
      expression: [
        [/"\//, 'dl', goto('regex')],
        'primitives',
        [/\s+/, ''],
        [/\+\+|--|~|&&|\|\||\\(?=\n)|<<|>>>?|==|!=/, 'o'],
        [/[-<>+*%&|^/!=?:]=?/, 'o'],
        [/[([,)\].]/, 'p'],
        [/[$a-z_-][a-z0-9_-]*/i, byWord(LISTS, 'nx')],
      ],
      regex: [
        [/[^"/\\]+/, 'sr'],
        [/\\./, 'sr'],
        [/\/"/, 'dl', pop],
        [/["/]/, 'sr'],
      ],
    };
  },
});
