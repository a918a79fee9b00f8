/** Jekyll's order of documents: by date, then by path. */

import { compareText } from '../ruby/text.ts';
import { isNil, type RubyTime } from '../ruby/values.ts';
import type { Document } from './document.ts';

/** `Document#<=>`: documents without a date differ only by their paths, whatever the other one has. */
export function compareDocuments(a: Document, b: Document): number {
  if (!isNil(a.date) && !isNil(b.date)) {
    const order = a.date.epochMs - b.date.epochMs || a.date.nanos - b.date.nanos;
    if (order !== 0) return order;
  }
  return compareText(a.path, b.path);
}

/** The order of `site.posts`: by then Jekyll has given those without a date that of the build, in asking for it. */
export function compareShown(a: Document, b: Document, time: RubyTime): number {
  const dated = (each: Document): Document => (isNil(each.date) ? { ...each, date: time } : each);
  return compareDocuments(dated(a), dated(b));
}
