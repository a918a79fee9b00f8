/** The records that a draft owns: copies of what was read, the same ones in the next build where nobody has changed them. */

import type { Document } from '../../model/document.ts';

export interface Copies {
  /** The copy of a document as it was read. */
  of(document: Document): Document;
  /** Notes that a copy is no longer what was read: it is good for this build alone. */
  spend(copy: Document): void;
}

export function createCopies(): Copies {
  const copies = new WeakMap<Document, Document>();
  const spent = new WeakSet<Document>();
  return {
    of(document) {
      const known = copies.get(document);
      if (known !== undefined && !spent.has(known)) return known;
      const copy = { ...document };
      copies.set(document, copy);
      return copy;
    },
    spend: (copy) => void spent.add(copy),
  };
}
