/** CoffeeScript indented in Markdown. */
import type { Lexer, RunningLexer } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { coffeescript } from './coffeescript.ts';
import { markdownLexer } from './markdown.ts';

interface LiterateData {
  readonly prose: RunningLexer;
  readonly code: RunningLexer;
}

export function literateCoffeescriptLexer(find: Parameters<typeof markdownLexer>[0]): Lexer {
  const markdown = markdownLexer(find);
  return defineLexer<LiterateData>({
    tag: 'literate_coffeescript',
    data: () => ({ prose: markdown.start(), code: coffeescript.start() }),
    states: () => ({
      root: [
        [/^(?: {4}.*\n)+/, (lexing) => lexing.delegate(lexing.data.code)],
        [/^(?: {0,3}(?:\S.*)?\n)*/, (lexing) => lexing.delegate(lexing.data.prose)],
      ],
    }),
  });
}
