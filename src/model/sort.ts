/** Jekyll's order of documents: by date, then by path. */

import { compareText } from '../base/ruby/text.ts';
import { isNil } from '../base/ruby/values.ts';
import type { Document } from './document.ts';

/** `Document#<=>`: documents without a date are only told apart by their paths, whatever the other one has. */
export function compareDocuments(a: Document, b: Document): number {
  if (!isNil(a.date) && !isNil(b.date)) {
    const order = a.date.epochMs - b.date.epochMs || a.date.nanos - b.date.nanos;
    if (order !== 0) return order;
  }
  return compareText(a.path, b.path);
}
