/** Jekyll's order of documents: by date, then by path. */

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

/** By code point, as Ruby compares UTF-8 text. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    // surrogates stand for code points above all others
    const xHigh = x >= 0xd800 && x <= 0xdfff;
    const yHigh = y >= 0xd800 && y <= 0xdfff;
    return xHigh === yHigh ? x - y : xHigh ? 1 : -1;
  }
  return a.length - b.length;
}
