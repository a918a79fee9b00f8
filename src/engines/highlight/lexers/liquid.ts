/** Liquid. */
import { type Lexing, pop, type State } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import type { TokenClass } from '../lexing/tokens.ts';

type Liquid = Lexing<undefined>;

/** The kind of an argument: a string by its quotes, else what is given. */
function argument(text: string, otherwise: TokenClass): TokenClass {
  return /'[^']*'/.test(text) ? 's1' : /"[^"]*"/.test(text) ? 's2' : otherwise;
}

const endOf = (type: TokenClass, close: RegExp): State<undefined> => [
  [
    close,
    (lexing: Liquid) => {
      lexing.token(type);
      lexing.resetStack();
    },
  ],
];

const closing = (lexing: Liquid) => {
  lexing.groups('p', 'w', 'nt', 'w', 'p');
  lexing.resetStack();
};

export const liquid = defineLexer({
  tag: 'liquid',
  states: () => ({
    root: [
      [/[^{]+/, ''],
      [/(\{%-?)(\s*)/, ['p', 'w'], 'tag-or-block'],
      [/(\{\{-?)(\s*)/, ['p', 'w'], 'output'],
      [/\{/, ''],
    ],
    'tag-or-block': [
      [/(?:if|elsif|unless|case)\b/, 'kr', 'condition'],
      [/when\b/, 'kr', 'when'],
      [/(else)(\s*)(-?%\})/, ['kr', 'w', 'p'], pop],
      [/(capture|(?:in|de)crement)(\s+)([^\s%]+)(\s*)(-?%\})/, ['nt', 'w', 'nv', 'w', 'p'], pop],
      [/(comment)(\s*)(-?%\})/, ['nt', 'w', 'p'], 'comment'],
      [/(raw)(\s*)(-?%\})/, ['nt', 'w', 'p'], 'raw'],
      [/(end(?:if|unless|case))(\s*)(-?%\})/, ['kr', 'w', 'p'], pop],
      [/(end[^\s%]+)(\s*)(-?%\})/, ['nt', 'w', 'p'], pop],
      [/(?:assign|echo)\b/, 'nt', 'assign'],
      [/(?:include|render)\b/, 'nt', 'include'],
      [
        /(cycle)(\s+)(?:([^\s:]*)(\s*)(:))?(\s*)/,
        (lexing) => {
          lexing.groups('nt', 'w', argument(lexing.group(3), 'na'), 'w', 'p', 'w');
          lexing.push('variable-tag-markup');
        },
      ],
      [
        /(for|tablerow)(\s+)([\w-]+)(\s+)(in)(\s+)((?:[^\s%,|'"]|"[^"]*"|'[^']*')+)(\s*)/,
        (lexing) => {
          lexing.groups('nt', 'w', 'nv', 'w', 'nt', 'w', argument(lexing.group(7), 'nv'), 'w');
          lexing.push('tag-markup');
        },
      ],
      [/([^\s%]+)(\s*)/, ['nt', 'w'], 'tag-markup'],
    ],
    output: [[/(\|)(\s*)([a-zA-Z_][^\s}|:]*)/, ['p', 'w', 'nf'], 'filters'], 'end-of-tag', 'generic'],
    filters: [
      [/(\|)(\s*)([a-zA-Z_][^\s%}|:]*)/, ['p', 'w', 'nf']],
      'end-of-tag',
      'end-of-block',
      'variable-param-markup',
    ],
    condition: [[/[=!]=|[<>]=?/, 'o'], [/(?:and|or|contains)\b/, 'ow'], 'end-of-block', 'generic'],
    when: ['end-of-block', 'generic'],
    'end-of-tag': endOf('p', /-?\}\}/),
    'end-of-block': endOf('p', /-?%\}/),
    'param-markup': [
      'whitespace',
      'keyword',
      'string',
      'number',
      [/([^\s=:]+)(\s*)([=:])/, ['na', 'w', 'o']],
      [/[,:]/, 'p'],
    ],
    'default-param-markup': ['param-markup', [/\S+/, '']],
    'variable-param-markup': ['param-markup', 'variable', [/\S+/, '']],
    'tag-markup': [[/reversed\b/, 'na'], 'end-of-block', 'default-param-markup'],
    'variable-tag-markup': ['end-of-block', 'variable-param-markup'],
    keyword: [[/(?:false|true|nil)\b/, 'kc']],
    variable: [
      [/(?:empty|blank|forloop\.[^\s%}|:]+)\b/, 'nb'],
      [/\.(?=\w)|\[|\]/, 'p'],
      [/(?:first|last|size)\b/, 'nf'],
      [/[a-zA-Z_][\w-]*\??/, 'nv'],
    ],
    string: [
      [/'[^']*'/, 's1'],
      [/"[^"]*"/, 's2'],
    ],
    number: [
      [/-/, 'o'],
      [/\d+\.\d+/, 'mf'],
      [/\d+/, 'mi'],
    ],
    generic: ['whitespace', 'keyword', 'string', 'number', 'variable'],
    whitespace: [[/[ \t]+/, 'w']],
    comment: [
      [/[^{]+/, 'c'],
      [/(\{%-?)(\s*)(endcomment)(\s*)(-?%\})/, closing],
      [/\{/, 'c'],
    ],
    raw: [
      [/[^{]+/, ''],
      [/(\{%-?)(\s*)(endraw)(\s*)(-?%\})/, closing],
      [/\{/, ''],
    ],
    assign: [
      [/=/, 'o'],
      [/(\|)(\s*)([a-zA-Z_][^\s%|:]*)/, ['p', 'w', 'nf'], 'filters'],
      'end-of-block',
      'generic',
    ],
    include: [
      [/(\{\{-?)(\s*)/, ['p', 'w'], 'embedded-output'],
      [/(?:with|for)\b/, 'nt'],
      [/[/\w-]+(?:\.[\w-]+)+\b/, ''],
      'variable-tag-markup',
    ],
    'embedded-output': [
      [/(\|)(\s*)([a-zA-Z_][^\s}|:]*)/, ['p', 'w', 'nf']],
      [/-?\}\}/, 'p', pop],
      'variable-param-markup',
    ],
  }),
});
