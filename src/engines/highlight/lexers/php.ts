/** PHP among HTML, or alone. */
import { again, goto, type Lexing, pop, type RunningLexer, re, type States } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import {
  ANY,
  announced,
  between,
  guarded,
  nearest,
  quotedStrictly,
  type Scanner,
} from '../lexing/scanner.ts';
import type { TokenClass } from '../lexing/tokens.ts';
import { classify } from '../lexing/words.ts';
import { BUILTINS, KEYWORDS } from '../words/php.ts';
import { html } from './html.ts';

/** The page around the code. */
export type Page = RunningLexer;
type Php = Lexing<Page>;
type Kind = (word: string) => TokenClass | undefined;

const id = re()`[\p{L}_][\p{L}\p{N}_]*`;
const name = re()`(?:(?:${id}\\)+)?${id}`;

/** Words that say what follows: their kind and the state they open. */
const LEADING: Readonly<Record<string, readonly [TokenClass, string]>> = {
  use: ['kn', 'use'],
  const: ['k', 'const'],
  catch: ['k', 'catch'],
  public: ['k', 'visibility'],
  protected: ['k', 'visibility'],
  private: ['k', 'visibility'],
};

function nameToken(lexing: Php, isKeyword: Kind): void {
  const text = lexing.matched;
  const word = text.toLowerCase();
  const leading = Object.hasOwn(LEADING, word) ? LEADING[word] : undefined;
  if (leading !== undefined) lexing.push(leading[1]);
  lexing.token(leading?.[0] ?? isKeyword(word) ?? kindOfName(text));
}

function kindOfName(text: string): TokenClass {
  if (/^__.*__$/.test(text)) return 'nb';
  if (/^(?:E|PHP)(?:_\p{Lu}+)+$/u.test(text)) return 'kc';
  if (/(?:\\|^)\p{Lu}[\p{Lu}\p{Nd}_]+$/u.test(text)) return 'no';
  if (/(?:\\|^)\p{Lu}[\p{Alphabetic}\p{Nd}]*$/u.test(text)) return 'nc';
  return 'n';
}

const toPage = (lexing: Php) => lexing.delegate(lexing.data);

/** Everything up to the next piece of code. */
const page: Scanner = { first: ANY, scan: (text, at, seen) => nearest(text, at, '<?', seen).found };

const hereDocument = announced(
  '<',
  re('i')`<<<(["']?)(${id})\1(?=\n)`,
  (mark) => new RegExp(`\\n[\\s\\S]*?\\n\\s*${mark};?`, 'gi'),
);

/** PHP's states for a dialect's words. */
export function phpStates(keywords: string) {
  const called = classify([
    ['k', keywords],
    ['nb', BUILTINS],
  ]);
  const isKeyword = classify([['k', keywords]]);
  return {
    escape: [
      [
        /\?>/,
        (lexing) => {
          lexing.token('cp');
          lexing.resetStack();
        },
      ],
    ],
    return: [[/(?:)/, '', pop]],
    start: [
      [/\s*(?=<)/, toPage, pop],
      [/[^$]+(?=<\?(?:php|=))/i, toPage, pop],
      [/(?:)/, '', goto('php')],
    ],
    names: [
      [re()`${name}(?=\s*\()`, (lexing) => lexing.token(called(lexing.matched.toLowerCase()) ?? 'nf')],
      [name, (lexing) => nameToken(lexing, isKeyword)],
    ],
    operators: [[/[~!%^&*+|:.<>/@-]+/, 'o']],
    string: [
      [/"/, 's2', pop],
      [/[^\\{$"]+/, 's2'],
      [/\\u\{[0-9a-fA-F]+\}/, 'se'],
      [/\\(?:[efrntv"$\\]|[0-7]{1,3}|[xX][0-9a-fA-F]{1,2})/, 'se'],
      [re()`\$${id}(?:\[\S+\]|->${id})?`, 'nv'],
      [/\{\$\{/, 'si', 'double-interpolation'],
      [/\{(?=\$)/, 'si', 'interpolation'],
      [guarded(/(\{)(\S+)(\})/, /\s/), ['si', 'nv', 'si']],
      [/[${\\]+/, 's2'],
    ],
    'double-interpolation': [[/\}\}/, 'si', pop], 'php'],
    interpolation: [[/\}/, 'si', pop], 'php'],
    values: [
      [hereDocument, 'sh'],
      [/(?:\d[_\d]*)?\.(?:\d[_\d]*)?(?:e[+-]?\d[_\d]*)?/i, 'mf'],
      [/0[0-7][0-7_]*/, 'mo'],
      [/0b[01][01_]*/i, 'mb'],
      [/0x[a-f0-9][a-f0-9_]*/i, 'mh'],
      [/\d[_\d]*/, 'mi'],
      [quotedStrictly("'"), 's1'],
      [quotedStrictly('`'), 'sb'],
      [/"/, 's2', 'string'],
      [
        /(?:function|fn)\b/i,
        'k',
        { leave: 0, enter: ['function-return', 'function-parameters', 'function-name'] },
      ],
      [/(?:true|false|null)\b/i, 'kc'],
      [/new\b/i, 'k', 'new'],
    ],
    variables: [
      [re()`\$\{\$+${id}\}`, 'nv'],
      [guarded(re()`\$+${id}`, /[^$]/), 'nv'],
    ],
    whitespace: [
      [/\s+/, ''],
      [/#.*/, 'c1'],
      [/\/\/.*/, 'c1'],
      [between(/\/\*\*(?!\/)/, '*/', { first: '/' }), 'cd'],
      [between('/*', '*/'), 'cm'],
    ],
    root: [
      [/<\?(?:php|=)?/i, 'cp', 'php'],
      [page, toPage],
    ],
    php: [
      'escape',
      'whitespace',
      'variables',
      'values',
      [re('i')`(namespace)(\s+)(${name})`, ['kn', '', 'nn']],
      [re('i')`(class|interface|trait|extends|implements)(\s+)(${name})`, ['kd', '', 'nc']],
      'names',
      [/[;,(){}[\]]/, 'p'],
      'operators',
      [/[=?]/, 'o'],
    ],
    assign: [
      [/,/, 'p', pop],
      [/[[\]]/, 'p'],
      [/\(/, 'p', 'assign-function'],
      'escape',
      'whitespace',
      'values',
      'variables',
      'names',
      'operators',
      'return',
    ],
    'assign-function': [[/\)/, 'p', pop], [/,/, 'p'], 'assign'],
    catch: [[/\(/, 'p'], [/\|/, 'o'], [id, 'nc'], 'escape', 'whitespace', 'return'],
    const: [[id, 'no'], [/=/, 'o', 'assign'], 'escape', 'whitespace', 'return'],
    'function-body': [[/\{/, 'p', again], [/\}/, 'p', pop], 'php'],
    'function-name': [[/&/, 'o'], [id, 'n'], [/\(/, 'p', pop], 'escape', 'whitespace', 'return'],
    'function-parameters': [
      [/\)/, 'p', pop],
      [/,/, 'p'],
      [/[.]{3}/, 'p'],
      [/=/, 'o', 'assign'],
      [/(?:public|protected|private|readonly)\b/i, 'k'],
      [re()`\??${id}`, 'kt', 'assign'],
      'escape',
      'whitespace',
      'variables',
      'return',
    ],
    'function-return': [
      [/:/, 'p'],
      [/use\b/i, 'k', 'function-use'],
      [re()`\??${id}`, 'kt', 'assign'],
      [/\{/, 'p', goto('function-body')],
      'escape',
      'whitespace',
      'return',
    ],
    'function-use': [
      [/[,(]/, 'p'],
      [/&/, 'o'],
      [/\)/, 'p', pop],
      'escape',
      'whitespace',
      'variables',
      'return',
    ],
    new: [[/class\b/i, 'kd', goto('new-class')], [name, 'nc', pop], 'escape', 'whitespace', 'return'],
    'new-class': [[/\}/, 'p', pop], [/\{/, 'p'], 'php'],
    use: [
      [/[,}]/, 'p'],
      [/(?:function|const)\b/i, 'k'],
      [re()`((?:${id}\\)+)(\{)`, ['nn', 'p']],
      [re()`${name}(?:_${id})+`, 'nf'],
      'escape',
      'whitespace',
      'names',
      'return',
    ],
    visibility: [
      [/(?:readonly|static)\b/i, 'k'],
      [/(?=(?:abstract|const|function)\b)/i, '', pop],
      [re()`\??${id}`, 'kt', pop],
      'escape',
      'whitespace',
      'return',
    ],
  } satisfies States<Page>;
}

/** Code begins at once, at a mark, or where there is no page around it. */
export function beginPhp(lexing: Php): void {
  const { start_inline: inline } = lexing.options;
  if (inline === undefined) lexing.push('start');
  else if (inline !== '0' && inline !== 'false' && inline !== 'off') lexing.push('php');
}

export const php = defineLexer<Page>({
  tag: 'php',
  data: () => html.start(),
  begin: beginPhp,
  states: () => phpStates(KEYWORDS),
});
