/**
 * Measures how the work of the engines grows with hostile input. Prints the quotients by suite and case, as JSON. The argument
 * `whole` has texts up to 512,000 characters measured.
 */

import { createMarkdown, jekyllKramdownDefaults } from '../../src/engines/markdown/markdown.ts';
import { MEASURED } from '../hostile/measured.ts';
import { suites } from '../hostile/suites.ts';
import { growthOf, wholeGrowthOf } from './growth.ts';

const growths: Record<string, Record<string, number>> = {};
function measure(
  suite: string,
  name: string,
  make: (length: number) => string,
  work: (text: string) => unknown,
  length: number,
): void {
  growths[suite] ??= {};
  const isWhole = process.argv[2] === 'whole' && suite !== 'planted';
  growths[suite][name] = isWhole ? wholeGrowthOf(make, work) : growthOf(make, work, length);
}

for (const { suite, name, make, work, length } of MEASURED) measure(suite, name, make, work, length);

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
