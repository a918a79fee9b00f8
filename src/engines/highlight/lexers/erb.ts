/** ERB: Ruby in HTML; and the states for other languages between the same marks. */
import { type Lexing, pop, type RunningLexer } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { upTo } from '../lexing/scanner.ts';
import { html } from './html.ts';
import { ruby } from './ruby.ts';

export interface MarkedData {
  readonly page: RunningLexer;
  readonly code: RunningLexer;
}

interface Marks {
  /** What begins code. */
  readonly open: RegExp;
  /** What ends code and comments. */
  readonly close: RegExp;
}

/** The lexer of a language that `data` makes the lexers for, with its marks. */
export function markedCodeLexer(tag: string, { open, close }: Marks, data: () => MarkedData) {
  const toClose = upTo(new RegExp(close.source, 'g'));
  return defineLexer<MarkedData>({
    tag,
    data,
    states: () => ({
      root: [
        [/<%#/, 'c', 'comment'],
        [open, 'cp', 'code'],
        [upTo(/<%/g), (lexing: Lexing<MarkedData>) => lexing.delegate(lexing.data.page)],
      ],
      comment: [
        [close, 'c', pop],
        [toClose, 'c'],
      ],
      code: [
        [close, 'cp', pop],
        [toClose, (lexing: Lexing<MarkedData>) => lexing.delegate(lexing.data.code)],
      ],
    }),
  });
}

export const erb = markedCodeLexer('erb', { open: /<%%|<%=|<%-|<%/, close: /%%>|-%>|%>/ }, () => ({
  page: html.start(),
  code: ruby.start(),
}));
