/** CoffeeScript indented in Markdown. */
import type { Lexer, Lexing, RunningLexer } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { coffeescript } from './coffeescript.ts';

interface LiterateData {
  readonly prose: RunningLexer;
  readonly code: RunningLexer;
}

/** Takes the lexer of Markdown, which needs all the others. */
export function literateCoffeescriptLexer(markdown: Lexer): Lexer {
  return defineLexer<LiterateData>({
    tag: 'literate_coffeescript',
    data: () => ({ prose: markdown.start(), code: coffeescript.start() }),
    states: () => ({
      root: [
        [/^(?: {4}.*\n)+/, (lexing: Lexing<LiterateData>) => lexing.delegate(lexing.data.code)],
        [/^(?: {0,3}(?:\S.*)?\n)*/, (lexing: Lexing<LiterateData>) => lexing.delegate(lexing.data.prose)],
      ],
    }),
  });
}
