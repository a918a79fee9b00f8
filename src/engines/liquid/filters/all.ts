/** The built-in filters: Liquid's, with Jekyll's over them. */

import type { FilterDefinition } from '../filter.ts';
import { dataFilters } from './data.ts';
import { dateFilters } from './date.ts';
import { encodingFilters } from './encoding.ts';
import { htmlFilters } from './html.ts';
import { listFilters } from './list.ts';
import { markupFilters } from './markup.ts';
import { mathFilters } from './math.ts';
import { textFilters } from './text.ts';
import { urlFilters } from './url.ts';

export const builtInFilters: ReadonlyMap<string, FilterDefinition> = new Map(
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
