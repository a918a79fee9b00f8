/** Haml. */
import { goto, pop, re, type State } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { literal } from '../lexing/literal.ts';
import { ANY, nearest, type Scanner, type Seen } from '../lexing/scanner.ts';
import type { TokenClass } from '../lexing/tokens.ts';
import type { FindLexer } from './markdown.ts';
import {
  rubyLine,
  startFilter,
  type Template,
  type TemplateData,
  templateData,
  templateStates,
  toPage,
  toRuby,
} from './ruby-templates.ts';

const identifier = /[\w:-]+/;

/** The end of a line that ` |` joins to the next one where that has ` |`, too. */
function lineEnd(text: string, from: number, seen: Seen): number {
  const known = seen.get(lineEnd);
  if (known !== undefined && known.from <= from && from <= known.found) return known.found;
  let found = text.indexOf('\n', from);
  while (found - 2 >= from && text.startsWith(' |', found - 2)) {
    const next = text.indexOf('\n', found + 1);
    if (!text.slice(found + 1, next < 0 ? text.length : next).includes(' |')) break;
    found = next;
  }
  if (found < 0) found = text.length;
  seen.set(lineEnd, { from, found, end: found });
  return found;
}

/** Behind the line end that ends the line, or, where the text ends before it, the last one that joins lines. */
function afterLine(text: string, from: number, seen: Seen): number {
  const end = lineEnd(text, from, seen);
  if (end < text.length) return end + 1;
  const last = text.lastIndexOf('\n', end);
  return last >= from ? last + 1 : -1;
}

/** The rest of the line behind a mark, with its line end. */
function lineWith(mark: string): Scanner {
  return {
    first: mark.charAt(0),
    scan: (text, at, seen) => (text.startsWith(mark, at) ? afterLine(text, at + mark.length, seen) : -1),
  };
}

/** From a bracket to the nearest one that closes it on its line. */
function brackets(text: string, open: number, seen: Seen): number {
  const { found, end } = nearest(text, open + 1, ']', seen);
  return found < lineEnd(text, open + 1, seen) ? end : -1;
}

const bracketed: Scanner = {
  first: '[',
  scan: (text, at, seen) => (text.charAt(at) === '[' ? brackets(text, at, seen) : -1),
};

/** `/[if IE]` and the rest of its line. */
const conditional: Scanner = {
  first: '/',
  scan(text, at, seen) {
    if (!text.startsWith('/[', at)) return -1;
    const close = brackets(text, at + 1, seen);
    return close < 0 ? -1 : afterLine(text, close, seen);
  },
};

/** At least one character, up to the end of the line. */
const line: Scanner = {
  first: ANY,
  scan(text, at, seen) {
    const end = lineEnd(text, at, seen);
    return end > at ? end : -1;
  },
};

/** A line that a block of deeper lines may follow. */
function begins(type: TokenClass, block: string) {
  return (lexing: Template): void => {
    lexing.token(type);
    lexing.pop();
    lexing.data.lines.startBlock(block);
  };
}

/** A mark before a line of Ruby. */
function startRuby(lexing: Template): void {
  lexing.token('p');
  lexing.resetStack();
  lexing.data.code.reset();
  lexing.push('ruby-line');
}

const states = (find: FindLexer) =>
  ({
    ...templateStates,
    content: [
      'classes',
      [re()`%${identifier}`, 'nt', goto('tag')],
      [lineWith('!!!'), 'nn', pop],
      [
        conditional,
        (lexing: Template) => {
          const close = lexing.matched.indexOf(']') + 1;
          lexing.token('c', '/');
          lexing.token('cs', lexing.matched.slice(1, close));
          lexing.token('c', lexing.matched.slice(close));
        },
        pop,
      ],
      [lineWith('/'), begins('c', 'html-comment')],
      [lineWith('-#'), begins('c', 'haml-comment')],
      [/-/, startRuby],
      [lineWith(':'), startFilter(['css', 'erb', 'javascript', 'markdown', 'sass'], find)],
      'ruby-or-text',
    ],
    classes: [
      [re()`\.${identifier}`, 'nc', goto('tag')],
      [re()`#${identifier}`, 'nf', goto('tag')],
    ],
    tag: [
      'classes',
      [
        /\{/,
        (lexing: Template) => {
          lexing.token('p');
          lexing.data.code.reset();
          lexing.push('braces');
        },
      ],
      [bracketed, toRuby],
      [/\(/, 'p', 'attributes'],
      [/\s*\n/, '', pop],
      [/[<>]{1,2}(?=[ \t=])/, 'p'],
      'ruby-or-text',
    ],
    text: [[/(?:[^#\n]|#[^{\n])+/, toPage], 'interpolated', 'line-end'],
    'ruby-or-text': [
      [/[&!]?==/, 'p', 'text'],
      [/[&!]?[=!]/, startRuby],
      [/(?:)/, '', 'text'],
    ],
    'ruby-line': [
      [/\n/, '', pop],
      [/,[ \t]*\n/, toRuby],
      [/[ ]\|[ \t]*\n/, 'se'],
      [rubyLine(','), toRuby],
    ],
    attributes: [
      [/\s+/, ''],
      [re()`${identifier}\s*=`, 'na', 'attribute-value'],
      [identifier, 'na'],
      [/\)/, '', pop],
    ],
    'attribute-value': [
      [/\s+/, ''],
      [/[a-z]\w*/, 'nv', pop],
      [/@[a-z]\w*/, 'vi', pop],
      [/\$[a-z]\w*/, 'vg', pop],
      [literal("'"), 's', pop],
      [literal('"'), 's', pop],
    ],
    'html-comment': [[line, 'c'], 'line-end'],
    'haml-comment': [[line, 'cp'], 'line-end'],
  }) satisfies Record<string, State<TemplateData>>;

/** Haml, whose filters are lexed by what `find` gives. */
export function hamlLexer(find: FindLexer) {
  return defineLexer<TemplateData>({ tag: 'haml', data: templateData, states: () => states(find) });
}
