/** The order of a collection's documents: as listed in `order`, by the key `sort_by`, else by date and path. */

import { joinPaths } from '../../base/paths.ts';
import { readMessages } from '../../diagnostics/catalogue/site/read.ts';
import { type DiagnosticSink, diagnose } from '../../diagnostics/diagnostic.ts';
import type { Document } from '../../model/document.ts';
import type { Collection } from '../../model/inventory.ts';
import { compareDocuments } from '../../model/sort.ts';
import { order as orderOf } from '../../ruby/compare.ts';
import { sortAsRuby } from '../../ruby/sort.ts';
import { isArray, isNil, type Value } from '../../ruby/values.ts';

/** @param isSortable whether `order` and `sort_by` count */
export function sortCollection(
  documents: readonly Document[],
  { metadata, relativeDirectory }: Pick<Collection, 'metadata' | 'relativeDirectory'>,
  isSortable: boolean,
  report: DiagnosticSink,
): Document[] {
  if (!isSortable) return sortAsRuby(documents, compareDocuments);
  const order = metadata.get('order');
  if (isArray(order)) return inOrder(documents, order, relativeDirectory);
  const key = metadata.get('sort_by');
  return typeof key === 'string' ? byKey(documents, key, report) : sortAsRuby(documents, compareDocuments);
}

/** The documents named first, in that order; the others behind them as they would stand without it. */
function inOrder(documents: readonly Document[], order: readonly Value[], folder: string): Document[] {
  const sorted = new Map(
    sortAsRuby(documents, compareDocuments).map((document) => [document.relativePath, document]),
  );
  const named = order.flatMap((entry) => sorted.get(joinPaths(folder, String(entry))) ?? []);
  return [...new Set([...named, ...sorted.values()])];
}

/** Documents without the key come last. Values that Ruby can't compare count as equal. */
function byKey(documents: readonly Document[], key: string, report: DiagnosticSink): Document[] {
  const anyHasKey = documents.some((document) => !isNil(document.data.get(key)));
  for (const document of documents)
    if (anyHasKey && isNil(document.data.get(key)))
      report(
        diagnose(
          readMessages.noSortKey,
          { key, path: document.relativePath },
          { place: { file: document.path, line: 1, column: 1 } },
        ),
      );
  return sortAsRuby(documents, (a, b) => {
    const x = a.data.get(key);
    const y = b.data.get(key);
    if (isNil(x) !== isNil(y)) return isNil(x) ? 1 : -1;
    return orderOf(x, y) || compareDocuments(a, b);
  });
}
