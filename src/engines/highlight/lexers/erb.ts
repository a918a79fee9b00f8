/** ERB: Ruby in HTML. */
import { type Lexing, pop, type RunningLexer } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { ANY, nearest, type Scanner } from '../lexing/scanner.ts';
import { html } from './html.ts';
import { ruby } from './ruby.ts';

interface ErbData {
  readonly page: RunningLexer;
  readonly code: RunningLexer;
}

/** At least one character, up to the next mark or the end. */
function upTo(mark: RegExp): Scanner {
  return { first: ANY, scan: (text, at, seen) => nearest(text, at + 1, mark, seen).found };
}

const CLOSE = /%%>|-%>|%>/;

export const erb = defineLexer<ErbData>({
  tag: 'erb',
  data: () => ({ page: html.start(), code: ruby.start() }),
  states: () => ({
    root: [
      [/<%#/, 'c', 'comment'],
      [/<%%|<%=|<%-|<%/, 'cp', 'ruby'],
      [upTo(/<%/g), (lexing: Lexing<ErbData>) => lexing.delegate(lexing.data.page)],
    ],
    comment: [
      [CLOSE, 'c', pop],
      [upTo(/%%>|-%>|%>/g), 'c'],
    ],
    ruby: [
      [CLOSE, 'cp', pop],
      [upTo(/%%>|-%>|%>/g), (lexing: Lexing<ErbData>) => lexing.delegate(lexing.data.code)],
    ],
  }),
});
