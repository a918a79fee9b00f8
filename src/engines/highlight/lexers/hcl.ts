/** HashiCorp's configuration language, and the states that Terraform changes. */
import { goto, type Lexing, pop, re, type State } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { guarded } from '../lexing/scanner.ts';
import type { TokenClass } from '../lexing/tokens.ts';

/** The marks of the here-documents that are open. */
export interface HclData {
  mark: string;
}

/** The states for a dialect's names: the kind of a name, and whether a block or a value follows it. */
export function hclStates(kind: (name: string) => { readonly type: TokenClass; readonly opens: boolean }) {
  return {
    root: [
      'whitespace',
      'primitives',
      [/\{/, 'p', 'hash'],
      [/\[/, 'p', 'array'],
      [
        /[$a-z_][a-z0-9_]*/i,
        (lexing) => {
          const { type, opens } = kind(lexing.matched);
          lexing.token(type);
          if (opens) lexing.push('composite');
        },
      ],
    ],
    comment: [
      [/\*\//, 'cm', pop],
      [/[^*/]+/, 'cm'],
      [/[*/]/, 'cm'],
    ],
    whitespace: [
      [/\s+/, ''],
      [/\/\/.*/, 'c1'],
      [/#.*/, 'c1'],
      [/\/\*/, 'cm', 'comment'],
    ],
    primitives: [
      [/[0-9]+\.[0-9]+(?:[eE][0-9]+)?[fd]?(?:[kKmMgG]b?)?/, 'mf'],
      [/[0-9]+(?:[kKmMgG]b?)?/, 'mi'],
      [/"/, 's2', 'double-quotes'],
      [/'/, 's1', 'single-quotes'],
      [
        /(<<-?)(\s*)('?)(\\?)(\w+)(\3)/,
        (lexing: Lexing<HclData>) => {
          lexing.groups('o', '', 'sh', 'sh', 'no', 'sh');
          lexing.data.mark = lexing.group(5);
          lexing.push('heredoc');
        },
      ],
    ],
    composite: [
      'whitespace',
      [/\{/, 'p', goto('hash')],
      [/\[/, 'p', goto('array')],
      'root',
      [/(?:)/, '', pop],
    ],
    hash: ['whitespace', [/=/, 'p'], [/\}/, 'p', pop], 'root'],
    array: ['whitespace', [/,/, 'p'], [/\]/, 'p', pop], 'root'],
    'double-quotes': string('s2', '"'),
    'single-quotes': string('s1', "'"),
    heredoc: [
      [/\n/, 'sh', 'heredoc-line'],
      [/[^$\n]+/, 'sh'],
      [/[$]/, 'sh'],
    ],
    'heredoc-line': [
      [
        guarded(/\s*(\w+)\s*\n/, /\S/),
        (lexing: Lexing<HclData>) => {
          const ends = lexing.group(1) === lexing.data.mark;
          lexing.token(ends ? 'no' : 'sh');
          if (ends) lexing.pop(2);
        },
      ],
      [/(?:)/, '', pop],
    ],
  } satisfies Record<string, State<HclData>>;
}

function string(type: 's1' | 's2', quote: string): State<HclData> {
  return [
    [re()`[^\\${quote}]+`, type],
    [re()`\\${quote}`, 'se'],
    [re()`${quote}`, type, pop],
  ];
}

const CONSTANT = /^(?:true|false|null)$/;

export const hcl = defineLexer<HclData>({
  tag: 'hcl',
  data: () => ({ mark: '' }),
  states: () =>
    hclStates((name) => (CONSTANT.test(name) ? { type: 'kc', opens: false } : { type: 'nx', opens: true })),
});
