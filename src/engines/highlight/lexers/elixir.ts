/** Elixir. */
import { type Lexing, pop, re, type State } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between, guarded } from '../lexing/scanner.ts';

const KEYWORD =
  /(?:(?:case|cond|end|bc|lc|if|unless|try|loop|receive|fn|defmodule|defp?|defprotocol|defimpl|defrecord|defmacrop?|defdelegate|defexception|defguardp?|defstruct|exit|raise|throw|after|rescue|catch|else)\b(?![?!])|do\b)/;
const OPERATOR =
  /%=|\*=|\*\*=|\+=|-=|\^=|\|\|=|<=>|<(?![<=])|>(?![<=>])|<=|>=|===|==|=~|!=|!~|&(?:&&?|(?!\d))|\|\||\^|\*|\+|-|\/|\||<<|>>|=|\.|~~~/;
const SYMBOL =
  /:(?:[a-zA-Z_]\w*(?:[?!]|=(?![>=]))?|<>|===?|>=?|<=?|<=>|&&?|%\(\)|%\[\]|%\{\}|\+\+?|--?|\|\|?|!|\/\/|[%&`/|]|\*\*?|=?~|<-)|[a-zA-Z_]\w*[?!]?:(?!:)/;

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')', '<': '>' };

/** `~r/…/`: the name of the state says the kind, whether it interpolates, and the delimiter. */
function sigil(lexing: Lexing<undefined>): void {
  const letter = lexing.group(1);
  const type = /[Rr]/.test(letter) ? 'sr' : 'sx';
  if (type === 'sr') lexing.push('regex-flags');
  if (/[Ww]/.test(letter)) lexing.push('list-flags');
  lexing.token(type);
  lexing.push(`sigil ${type} ${/[SRCW]/.test(letter) ? 'interpolated' : 'plain'} ${lexing.group(2)}`);
}

function growSigil(name: string): State<undefined> | undefined {
  const [, kind, mode, open = ''] = /^sigil (sr|sx) (interpolated|plain) (.)$/.exec(name) ?? [];
  if (kind === undefined) return undefined;
  const type = kind === 'sr' ? 'sr' : 'sx';
  const close = `\\${CLOSING[open] ?? open}`;
  return [
    [{ source: close, flags: '' }, type, pop],
    ...(mode === 'interpolated' ? (['interpolated', [/#/, type]] as const) : ([[/[\\#]/, type]] as const)),
    [{ source: `[^#\\${open}${close}\\\\]+`, flags: '' }, type],
  ];
}

function quoted(type: 's2' | 's1', quote: string): State<undefined> {
  return [
    'escapes',
    'interpolated',
    [re()`[^#${quote}\\]+`, type],
    [re()`${quote}`, type, pop],
    [/[#\\]/, type],
  ];
}

export const elixir = defineLexer({
  tag: 'elixir',
  grow: growSigil,
  states: () => ({
    root: [
      [/\s+/, ''],
      [/#.*/, 'c1'],
      [KEYWORD, 'k'],
      [/(?:import|require|use|recur|quote|unquote|super|refer)\b(?![?!])/, 'kn'],
      [/(?:and|not|or|when|xor|in)\b/, 'ow'],
      [OPERATOR, 'o'],
      [SYMBOL, 'ss'],
      [/:"/, 'ss', 'symbol'],
      [/(?:nil|true|false)\b(?![?!])|[A-Z]\w*\b/, 'no'],
      [/__(?:FILE|LINE|MODULE|MAIN|FUNCTION)__\b(?![?!])/, 'bp'],
      [/[a-zA-Z_!]\w*[!?]?/, 'n'],
      [/::|[%(){};,/|:\\[\]]/, 'p'],
      [/@[a-zA-Z_]\w*|&\d/, 'nv'],
      [guarded(/\d(?:_?\d)*\.(?![^\d\s])(?:_?\d)+(?:[eE][-+]?\d(?:_?\d)*)?\b/, /[^\d_]/), 'mf'],
      [/0x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*\b/, 'mh'],
      [/0o[0-7](?:_?[0-7])*\b/, 'mo'],
      [/0b[01](?:_?[01])*\b/, 'mb'],
      [guarded(/\d(?:_?\d)*\b/, /[^\d_]/), 'mi'],
      [between('"""', '"""'), 'sd'],
      [between("'''", "'''"), 'sd'],
      [/"/, 's2', 'double-quotes'],
      [/'/, 's1', 'single-quotes'],
      [
        /\?(?:\\(?:x\d{1,2}|[0-9a-fA-F]{1,2}(?![0-9a-fA-F])\b|0[0-7]{0,2}(?![0-7])\b[^x0MC])|(?:\\[MC]-)+\w|[^\s\\])/,
        'sx',
      ],
      [/~([A-Za-z])?([{[(<|/'"])/, sigil],
    ],
    'double-quotes': quoted('s2', '"'),
    'single-quotes': quoted('s1', "'"),
    interpolated: [[/#\{/, 'si', 'interpolation']],
    interpolation: [[/\}/, 'si', pop], 'root'],
    escapes: [
      [/\\x[0-9a-fA-F]{2}/, 'se'],
      [/\\u\{?\d+\}?/, 'se'],
      [/\\[\\abdefnrstv0"']/, 'se'],
    ],
    symbol: [[/"/, 'ss', pop], 'interpolated', [/[^#"]+/, 'ss']],
    'regex-flags': [[/[fgimrsux]*/, 'sr', pop]],
    'list-flags': [[/[csa]?/, 'sx', pop]],
  }),
});
