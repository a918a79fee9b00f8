/** Markdown, with the front matter, the HTML and the code blocks in it. */
import { enter, type Lexing, pop, type RunningLexer, re, type State } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between, guarded } from '../lexing/scanner.ts';
import { html } from './html.ts';
import { codeSpan, linkText } from './markdown-spans.ts';
import { plaintext } from './plaintext.ts';
import { yaml } from './yaml.ts';

/** Finds the lexer of a code block by its info string; `guess` asks the code. */
export type FindLexer = (name: string, code: string | undefined) => RunningLexer | undefined;

interface MarkdownData {
  readonly html: RunningLexer;
  /** The lexer of the fence that the text does not close. */
  fence: RunningLexer | undefined;
}

const escapedOrAny = /\\.|[^\\\n]/;

function fenced(find: FindLexer) {
  return (lexing: Lexing<MarkdownData>): void => {
    const name = lexing.group(3).trim();
    const whole = lexing.group(4) !== '';
    const lexer =
      find(name === '' ? 'guess' : name, whole ? lexing.group(5) : undefined) ??
      plaintext.start({ token: 'Literal.String.Backtick' });
    lexing.token('', lexing.group(1));
    lexing.token('p', lexing.group(2));
    lexing.token('nl', lexing.group(3));
    if (whole) {
      lexing.delegate(lexer, lexing.group(5));
      lexing.token('', lexing.group(6));
      lexing.token('p', lexing.group(7));
      return;
    }
    lexing.data.fence = lexer;
    lexing.push(`fence ${lexing.group(2)}`);
  };
}

/** Inside a fence whose end is not where it should be: any line that begins with the mark ends it. */
function growFence(name: string): State<MarkdownData> | undefined {
  const mark = /^fence ([`~]+)$/.exec(name)?.[1];
  if (mark === undefined) return undefined;
  return [
    [new RegExp(`^([ \\t]*)(${mark})`), ['', 'p'], pop],
    [
      /^.*\n/,
      (lexing) => {
        if (lexing.data.fence !== undefined) lexing.delegate(lexing.data.fence);
      },
    ],
  ];
}

/** Markdown, whose code blocks are lexed by what `find` gives. */
export function markdownLexer(find: FindLexer) {
  return defineLexer<MarkdownData>({
    tag: 'markdown',
    data: (options) => ({ html: html.start(options), fence: undefined }),
    grow: growFence,
    states: () => ({
      root: [
        [
          between(/---\s*\n/, /(?<![^\n])---\s*(?![^\n])\n?/g, { first: '-' }),
          (lexing) => lexing.delegate(yaml.start()),
        ],
        [/\\./, 'se'],
        [/^[\S ]+\n--+\n/, 'gh'],
        [/^[\S ]+\n==+\n/, 'gu'],
        [/^#(?=[^#]).*/, 'gh'],
        [/^##*.*/, 'gu'],
        [/^([ \t]*)(`{3,}(?!`)|~{3,}(?!~))([^\n]*\n)(([\s\S]*?)(\n\1)(\2))?/, fenced(find)],
        [/\n\n(?:(?: {4}|\t).*\n|\n)+/, 'sb'],
        [codeSpan, 'sb'],
        [guarded(/^(?:\s*[*]){3,}\s*$/, /\S/), 'p'],
        [guarded(/^(?:\s*[-]){3,}\s*$/, /\S/), 'p'],
        [guarded(/^\s*[*+-](?=\s)/, /\S/), 'p'],
        [guarded(/^\s*\d+\./, /\S/), 'p'],
        [guarded(/^\s*>.*/, /\S/), 'gt'],
        [
          guarded(re()`^(\s*)(\[)((?:${escapedOrAny})+?)(\])(\s*)(:)`, /\S/),
          ['', 'p', 'ss', 'p', '', 'p'],
          enter('title', 'url'),
        ],
        [
          linkText,
          (lexing) => {
            const open = lexing.matched.indexOf('[') + 1;
            lexing.token('p', lexing.matched.slice(0, open));
            lexing.token('nv', lexing.matched.slice(open, -1));
            lexing.token('p', ']');
            lexing.push('link');
          },
        ],
        [re()`[*][*](?:${escapedOrAny})*?[*][*]`, 'gs'],
        [re()`__(?:${escapedOrAny})*?__`, 'gs'],
        [re()`[*](?:${escapedOrAny})*?[*]`, 'ge'],
        [re()`_(?:${escapedOrAny})*?_`, 'ge'],
        [guarded(/<[^@\n]*@.+[.].+>/, /\n/), 'nv'],
        [re()`<(?:https?|mailto|ftp):\/\/(?:${escapedOrAny})*?>`, 'nv'],
        [/[^\\`[*\n&<]+/, ''],
        [guarded(/&\S*;/, /\s/), (lexing) => lexing.delegate(lexing.data.html)],
        [guarded(re()`<(?:${escapedOrAny})*?>`, /\n/), (lexing) => lexing.delegate(lexing.data.html)],
        [/[&<]/, ''],
        [/\[/, ''],
        [/\n/, ''],
      ],
      link: [
        [re()`(\[)((?:${escapedOrAny})*?)(\])`, ['p', 'ss', 'p'], pop],
        [/[(]/, 'p', enter('inline-title', 'inline-url')],
        [/[ \t]+/, ''],
        [/(?:)/, '', pop],
      ],
      url: [
        [/[ \t]+/, ''],
        [re()`(<)((?:${escapedOrAny})*?)(>)`, ['nt', 'sx', 'nt'], pop],
        [/\S+/, 'sx', pop],
      ],
      title: [
        [re()`"(?:${escapedOrAny})*?"`, 'nn'],
        [re()`'(?:${escapedOrAny})*?'`, 'nn'],
        [re()`[(](?:${escapedOrAny})*?[)]`, 'nn'],
        [/\s*(?=["'()])/, ''],
        [/(?:)/, '', pop],
      ],
      'inline-title': [[/[)]/, 'p', pop], 'title'],
      'inline-url': [[/[^<\s)]+/, 'sx', pop], [/\s+/, ''], 'url'],
    }),
  });
}
