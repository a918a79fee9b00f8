/** Crystal, on Ruby's states. */
import { goto, type Lexing, pop, re, type States } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { literal } from '../lexing/literal.ts';
import { between } from '../lexing/scanner.ts';
import { anyOf } from '../lexing/words.ts';
import { BANGS, BUILTINS, KEYWORDS, PSEUDO_KEYWORDS, QUESTIONS } from '../words/crystal.ts';
import { type HereDocument, rubyStates } from './ruby.ts';
import { growDelimited, sigil } from './ruby-delimited.ts';

const ESCAPE = /^'(\\u[a-fA-F0-9]{4}|\\u\{[a-fA-F0-9]{1,6}\}|\\[abefnrtv])?/;
const CHARACTERS = /\\\\|\\'|[^']/gu;

/** `'a'`: of several characters Rouge prints only an escape that begins them and the last one. */
function character(lexing: Lexing<HereDocument[]>): void {
  const [open = '', escaped = ''] = ESCAPE.exec(lexing.matched) ?? [];
  lexing.token('s1', "'");
  lexing.token('se', escaped);
  lexing.token('s1', lexing.matched.slice(open.length, -1).match(CHARACTERS)?.at(-1) ?? '');
  lexing.token('s1', "'");
}

function states(): States<HereDocument[]> {
  return {
    ...rubyStates(),
    symbols: [
      [/:@{0,2}[a-z_]\w*[!?]?/i, 'ss'],
      [
        /:(?:===|=?~|\[\][=?]?|\*\*=?|\/\/=?|[=^*/+-]=?|&[&*+-]?=?|\|\|?=?|![=~]?|%=?|<=>|<<?=?|>>?=?|\.\.\.?)/,
        'ss',
      ],
      [literal(":'", { close: "'", within: 'text' }), 'ss'],
      [/:"/, 'ss', 'symbol'],
    ],
    'sigil-strings': [[/%([rqswQWxiI])?([^\w\s}])/, sigil]],
    strings: [
      'symbols',
      [/[a-z_]\w*[?!]?:\s+/, 'ss', 'expr-start'],
      [/"/, 's2', 'string'],
      [/`/, 'sb', 'backtick'],
      [literal("'", { within: 'text' }), character],
    ],
    root: [
      'whitespace',
      [/__END__/, 'cp', 'end-part'],
      [/0o[0-7]+(?:_[0-7]+)*/, 'mo'],
      [/0x[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*/, 'mh'],
      [/0b[01]+(?:_[01]+)*/, 'mb'],
      [/\d+\.\d+(?:e[+-]?\d+)?(?:_f32)?/i, 'mf'],
      [/\d+e[+-]?\d+/i, 'mf'],
      [/\d+_f32/i, 'mf'],
      [/\d+(?:_\d+)*(?:_[iu]\d+)?/, 'mi'],
      [between(/@\[[^\]]/, ']', { first: '@' }), 'nd'],
      [/@@[a-z_]\w*/i, 'vc'],
      [/@[a-z_]\w*/i, 'vi'],
      [/\$\w+/, 'vg'],
      [/\$[!@&`'+~=/\\,;.<>_*$?:"]/, 'vg'],
      [/\$-[0adFiIlpvw]/, 'vg'],
      [/::/, 'o'],
      'strings',
      [re()`(?:${anyOf(KEYWORDS)})\b`, 'k', 'expr-start'],
      [re()`(?:${anyOf(PSEUDO_KEYWORDS)})\b`, 'kp', 'expr-start'],
      [/(module)(\s+)([a-zA-Z_][a-zA-Z0-9_]*(?:::[a-zA-Z_][a-zA-Z0-9_]*)*)/, ['k', '', 'nn']],
      [/(def|macro\b)(\s*)/, ['k', ''], 'function-name'],
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
      [/\*\*|\/\/|>=|<=|<=>|<<?|>>?|=~|={3}|!~|&&?|\|\||\./, 'o', 'expr-start'],
      [/\{%|%\}/, 'p'],
      [/[-+/*%=<>&!^|~]=?/, 'o', 'expr-start'],
      [/[?]/, 'p', { leave: 0, enter: ['ternary', 'expr-start'] }],
      [/[[({,:\\;/]/, 'p', 'expr-start'],
      [/[\])}]/, 'p'],
    ],
    'class-name': [
      [/\s+/, ''],
      [/\(/, 'p', { leave: 0, enter: ['definition', 'expr-start'] }],
      [/<</, 'o', goto('expr-start')],
      [/[A-Z_]\w*/, 'nc', pop],
      [/(?:)/, '', pop],
    ],
    ternary: [[/:(?!:)/, 'p', goto('expr-start')], 'root'],
    'interpolation-escaped': [
      'interpolation',
      [/\\(?:[\\abefnrstv#"']|x[a-fA-F0-9]{1,2}|[0-7]{1,3})/, 'se'],
      [/\\u[a-fA-F0-9]{4}/, 'se'],
      [between(/\\u\{[^}]/, '}', { first: '\\' }), 'se'],
      [/\\./, 'se'],
    ],
    'method-call': [
      [/\//, 'o', goto('expr-start')],
      [/(?=\n)/, '', pop],
      [/(?:)/, '', goto('method-call-spaced')],
    ],
  };
}

export const crystal = defineLexer<HereDocument[]>({
  tag: 'crystal',
  data: () => [],
  begin: (lexing) => lexing.push('expr-start'),
  grow: growDelimited,
  states,
});
