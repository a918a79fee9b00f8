/** Measures how the work of the engines grows with hostile input. Prints the quotients by suite and case, as JSON. */

import { createFinder } from '../../src/engines/highlight/find/find-lexer.ts';
import { LEXERS, LEXERS_WITH_OTHERS } from '../../src/engines/highlight/find/registry.ts';
import { highlightJsLexer } from '../../src/engines/highlight/highlight-js.ts';
import { tokensOf } from '../../src/engines/highlight/lexing/token-list.ts';
import { createMarkdown, jekyllKramdownDefaults } from '../../src/engines/markdown/markdown.ts';
import { LEFT_TO_HIGHLIGHT_JS, NEVER_CLOSED, ONCE_QUADRATIC } from '../hostile/highlight/codes.ts';
import { suites } from '../hostile/suites.ts';
import { growthOf } from './growth.ts';

const growths: Record<string, Record<string, number>> = {};
function measure(
  suite: string,
  name: string,
  make: (length: number) => string,
  work: (text: string) => unknown,
  length: number,
): void {
  growths[suite] ??= {};
  growths[suite][name] = growthOf(make, work, length);
}

for (const [suite, { families, work }] of Object.entries(suites))
  for (const [name, make] of Object.entries(families))
    measure(suite, name, make, (text) => work(text, name), 1_000);

const find = createFinder();
const lex = (tag: string) => (code: string) => {
  const found = find(tag);
  if (found === undefined) throw new Error(`no lexer ${tag}`);
  return tokensOf(found.lexer, code);
};
const repeat = (begin: string, piece: string) => (length: number) =>
  begin + piece.repeat(length / piece.length);
for (const tag of [...LEXERS.map(({ tag }) => tag), ...Object.keys(LEXERS_WITH_OTHERS)])
  for (const piece of NEVER_CLOSED)
    measure('code', `${JSON.stringify(piece)} in ${tag}`, repeat('', piece), lex(tag), 1_000);
for (const [tag, begin, piece] of ONCE_QUADRATIC)
  measure('code', `${JSON.stringify(begin + piece)} in ${tag}`, repeat(begin, piece), lex(tag), 4_000);
for (const [tag, piece] of LEFT_TO_HIGHLIGHT_JS)
  measure(
    'code for highlight.js',
    `${JSON.stringify(piece)} in ${tag}`,
    repeat('', piece),
    (code) => tokensOf(highlightJsLexer(tag)!.start(), code),
    4_000,
  );

// What the measuring itself is measured by: rules of one kind and the other beside the work of an engine.
const GFM = createMarkdown(jekyllKramdownDefaults);
const quotes = suites['Markdown as GFM']!.families.quotes!;
/** For each quote whether another one follows, found by looking at all that follows. */
function quadratic(text: string): number {
  let found = 0;
  for (let at = 0; at < text.length; at++) {
    let next = at + 1;
    while (next < text.length && text.charCodeAt(next) !== 0x2a) next++;
    if (next < text.length) found++;
  }
  return found;
}
measure('planted', 'linear', quotes, (text) => [GFM.render(text), text.split('"').length], 3_000);
measure('planted', 'quadratic', quotes, (text) => [GFM.render(text), quadratic(text)], 3_000);

process.stdout.write(JSON.stringify(growths));
