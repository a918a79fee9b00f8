/** Literate CoffeeScript: Markdown, whose indented blocks are the program. */
import type { RunningLexer } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { coffeescript } from './coffeescript.ts';
import { type FindLexer, markdownLexer } from './markdown.ts';

interface Literate {
  readonly text: RunningLexer;
  readonly code: RunningLexer;
}

export function literateCoffeescriptLexer(find: FindLexer) {
  return defineLexer<Literate>({
    tag: 'literate_coffeescript',
    data: (options) => ({ text: markdownLexer(find).start(options), code: coffeescript.start(options) }),
    states: () => ({
      root: [
        [/^(?: {4}.*\n)+/, (lexing) => lexing.delegate(lexing.data.code)],
        [/^(?: {0,3}(?:\S.*)?\n)*/, (lexing) => lexing.delegate(lexing.data.text)],
      ],
    }),
  });
}
