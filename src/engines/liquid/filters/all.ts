/** The built-in filters: Liquid's, with Jekyll's over them. */

import type { LiquidDialect } from '../dialect.ts';
import type { FilterDefinition } from '../filter.ts';
import { dataFilters } from './data.ts';
import { dateFilters } from './date.ts';
import { encodingFilters } from './encoding.ts';
import { htmlFilters } from './html.ts';
import { jekyll3Filters, LACKING } from './jekyll-3.ts';
import { listFilters } from './list.ts';
import { markupFilters } from './markup.ts';
import { mathFilters } from './math.ts';
import { textFilters } from './text.ts';
import { urlFilters } from './url.ts';

const BUILT_IN: ReadonlyMap<string, FilterDefinition> = new Map(
  [
    textFilters,
    htmlFilters,
    listFilters,
    mathFilters,
    dateFilters,
    encodingFilters,
    urlFilters,
    markupFilters,
    dataFilters,
  ].flatMap((table) => Object.entries(table)),
);

/** The built-in filters of a dialect. */
export function filtersOf(dialect: LiquidDialect): ReadonlyMap<string, FilterDefinition> {
  if (dialect === 'jekyll-4') return BUILT_IN;
  return new Map([
    ...[...BUILT_IN].filter(([name]) => !LACKING.has(name)),
    ...Object.entries(jekyll3Filters),
  ]);
}
