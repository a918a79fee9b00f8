/** ERB: Ruby in HTML. */
import { type Lexing, pop, type RunningLexer } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { upTo } from '../lexing/scanner.ts';
import { html } from './html.ts';
import { ruby } from './ruby.ts';

interface ErbData {
  readonly page: RunningLexer;
  readonly code: RunningLexer;
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
