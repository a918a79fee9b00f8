/** Ruby, and the states that Crystal changes. Whether a slash or a percent sign divides or begins a literal depends on what stands before it. */
import { goto, type Lexing, pop, re, type State } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between, quoted } from '../lexing/scanner.ts';
import { anyOf } from '../lexing/words.ts';
import { BANGS, BUILTINS, KEYWORDS, PSEUDO_KEYWORDS, QUESTIONS } from '../words/ruby.ts';
import { growDelimited, sigil } from './ruby-delimited.ts';

export interface HereDocument {
  readonly mark: string;
  /** True for `<<-` and `<<~`, whose mark may be indented. */
  readonly indented: boolean;
}

type Ruby = Lexing<HereDocument[]>;

const decimal = /\d+(?:_\d+)*/;
const exponent = /[eE][+-]?\d+/;

/** `<<~MARK`: what follows the line is its text; without a mark it ends at an empty line. */
function openHereDocument(lexing: Ruby): void {
  const operator = lexing.group(1);
  lexing.token('o', operator);
  lexing.token('no', lexing.matched.slice(operator.length));
  lexing.data.push({ mark: lexing.group(3), indented: operator !== '<<' });
  if (!lexing.isState('heredoc-queue')) lexing.push('heredoc-queue');
}

/** The states of a literal with interpolation that one mark ends. */
function simple(type: 's2' | 'ss' | 'sb', mark: string): State<HereDocument[]> {
  return [
    'interpolation-escaped',
    [new RegExp(`[^\\\\${mark}#]+`), type],
    [/[\\#]/, type],
    [new RegExp(mark), type, pop],
  ];
}

export function rubyStates() {
  return {
    symbols: [
      [/:@{0,2}[a-z_]\w*[!?]?/i, 'ss'],
      [/:(?:\*\*|[-+]@|[/%&|^`~]|\[\]=?|<<|>>|<=?>|<=?|===?)/, 'ss'],
      [quoted("'", ':'), 'ss'],
      [/:"/, 'ss', 'symbol'],
    ],
    'sigil-strings': [[/%([rqswQWxiI])?([^\w\s])/, sigil]],
    strings: [
      'symbols',
      [/[a-z_]\w*[?!]?:\s+/, 'ss', 'expr-start'],
      [quoted("'"), 's1'],
      [/"/, 's2', 'string'],
      [/`/, 'sb', 'backtick'],
    ],
    'regex-flags': [[/[mixounse]*/, 'sr', pop]],
    string: simple('s2', '"'),
    symbol: simple('ss', '"'),
    backtick: simple('sb', '`'),
    whitespace: [
      'inline-whitespace',
      [/\n\s*/, '', 'expr-start'],
      [/#.*/, 'c1'],
      [between(/=begin\b/, /\n=end\b/g, { first: '=' }), 'cm'],
    ],
    'inline-whitespace': [[/[ \t\r]+/, '']],
    root: [
      'whitespace',
      [/__END__/, 'cp', 'end-part'],
      [/0_?[0-7]+(?:_[0-7]+)*/, 'mo'],
      [/0x[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*/, 'mh'],
      [/0b[01]+(?:_[01]+)*/, 'mb'],
      [re()`${decimal}(?:\.${decimal}${exponent}?|${exponent})`, 'mf'],
      [decimal, 'mi'],
      [/@@[a-z_]\w*/i, 'vc'],
      [/@[a-z_]\w*/i, 'vi'],
      [/\$\w+/, 'vg'],
      [/\$[!@&`'+~=/\\,;.<>_*$?:"]/, 'vg'],
      [/\$-[0adFiIlpvw]/, 'vg'],
      [/::/, 'o'],
      'strings',
      [re()`(?:${anyOf(KEYWORDS)})(?=\W|$)`, 'k', 'expr-start'],
      [re()`(?:${anyOf(PSEUDO_KEYWORDS)})\b`, 'kp', 'expr-start'],
      [/(module)(\s+)([a-zA-Z_][a-zA-Z0-9_]*(?:::[a-zA-Z_][a-zA-Z0-9_]*)*)/, ['k', '', 'nn']],
      [/(def\b)(\s*)/, ['k', ''], 'function-name'],
      [/(class\b)(\s*)/, ['k', ''], 'class-name'],
      [re()`(?:${anyOf(QUESTIONS)})[?]`, 'nb', 'expr-start'],
      [re()`(?:${anyOf(BANGS)})!`, 'nb', 'expr-start'],
      [re()`(?:${anyOf(BUILTINS)})\b`, 'nb', 'method-call'],
      'heredocs',
      [/\.{2,3}/, 'o', 'expr-start'],
      [/[A-Z][a-zA-Z0-9_]*/, 'no', 'method-call'],
      [/(\.|::)(\s*)([a-z_]\w*[!?]?|[*%&^`~+-/[<>=])/, ['p', '', 'nf'], 'method-call'],
      [/[a-zA-Z_]\w*[?!]/, 'n', 'expr-start'],
      [/[a-zA-Z_]\w*/, 'n', 'method-call'],
      [/\*\*|<<?|>>?|>=|<=|<=>|=~|={3}|!~|&&?|\|\||\./, 'o', 'expr-start'],
      [/[-+/*%=<>&!^|~]=?/, 'o', 'expr-start'],
      [/[?]/, 'p', { leave: 0, enter: ['ternary', 'expr-start'] }],
      [/[[({,:\\;/]/, 'p', 'expr-start'],
      [/[\])}]/, 'p'],
    ],
    heredocs: [
      [/(<<[-~]?)(["`']?)([a-zA-Z_]\w*)(\2)/, openHereDocument],
      [/(<<[-~]?)(["'])()(\2)/, openHereDocument],
    ],
    'heredoc-queue': [[/(?=\n)/, '', goto('heredoc-lines')], 'root'],
    'heredoc-lines': [
      'interpolation-escaped',
      [/\n/, 'sh', 'heredoc-test'],
      [/[#\\\n]/, 'sh'],
      [/[^#\\\n]+/, 'sh'],
    ],
    'heredoc-test': [
      [
        /[^#\\\n]*$/,
        (lexing) => {
          const [next] = lexing.data;
          const line = next?.indented ? lexing.matched.trim() : lexing.matched.trimEnd();
          if (line === next?.mark) {
            lexing.data.shift();
            if (lexing.data.length === 0) lexing.pop();
            lexing.token('no');
          } else lexing.token('sh');
          lexing.pop();
        },
      ],
      [/(?:)/, '', pop],
    ],
    'function-name': [
      [/\s+/, ''],
      [/\(/, 'p', 'definition'],
      [
        /(?:([a-zA-Z_]\w*)(\.))?([a-zA-Z_]\w*[!?]?|\*\*?|[-+]@?|[/%&|^`~]|\[\]=?|<<?|>>?|<=?>|>=|===?)/,
        ['nc', 'o', 'nf'],
        pop,
      ],
      [/(?:)/, '', pop],
    ],
    'class-name': [
      [/\s+/, ''],
      [/\w+(?:::\w+)+/, 'nc'],
      [/\(/, 'p', { leave: 0, enter: ['definition', 'expr-start'] }],
      [/<</, 'o', goto('expr-start')],
      [/[A-Z_]\w*/, 'nc', pop],
      [/(?:)/, '', pop],
    ],
    ternary: [
      [/(:)(\s+)/, ['p', ''], goto('expr-start')],
      [/:(?![^#\n]*?[:\\])/, 'p', goto('expr-start')],
      'root',
    ],
    definition: [
      [/(\))(\.|::)?/, ['p', 'o'], pop],
      [/\(/, 'p', { leave: 0, enter: ['definition', 'expr-start'] }],
      'root',
    ],
    interpolated: [[/\}/, 'si', pop], 'root'],
    interpolation: [
      [/#\{/, 'si', 'interpolated'],
      [/#(?:@@?|\$)[a-z_]\w*/i, 'si'],
    ],
    'interpolation-escaped': [
      'interpolation',
      [/\\(?:[\\abefnrstv#"']|x[a-fA-F0-9]{1,2}|[0-7]{1,3})/, 'se'],
      [/\\./, 'se'],
    ],
    'method-call': [
      [/[/%]/, 'o', goto('expr-start')],
      [/(?=\n)/, '', pop],
      [/(?:)/, '', goto('method-call-spaced')],
    ],
    'method-call-spaced': [
      'whitespace',
      [/[%/]=/, 'o', goto('expr-start')],
      [/\/(?=\S|\s*\/)/, 'sr', goto('slash-regex')],
      'sigil-strings',
      [/(?=\s*\/)/, '', pop],
      [/\s+/, '', goto('expr-start')],
      [/(?:)/, '', pop],
    ],
    'expr-start': [
      'inline-whitespace',
      [/\//, 'sr', goto('slash-regex')],
      [/[?](?:\\[MC]-)*(?:\\(?:[\\abefnrstv#"']|x[a-fA-F0-9]{1,2}|[0-7]{1,3})|\S)(?!\w)/, 'sc', pop],
      [/(\s*)(%[rqswQWxiI]? \S* )/, ['', 'sx'], pop],
      'sigil-strings',
      [/(?:)/, '', pop],
    ],
    'slash-regex': [
      'interpolation',
      [/\\\\/, 'sr'],
      [/\\\//, 'sr'],
      [/[\\#]/, 'sr'],
      [/[^\\/#]+/, 'sr'],
      [/\//, 'sr', goto('regex-flags')],
    ],
    'end-part': [[/[\s\S]+/, 'cp', pop]],
  } satisfies Record<string, State<HereDocument[]>>;
}

export const ruby = defineLexer<HereDocument[]>({
  tag: 'ruby',
  data: () => [],
  begin: (lexing) => lexing.push('expr-start'),
  grow: growDelimited,
  states: rubyStates,
});
