/** Renditions whose reads are noted: what a page saw of another one depends on whose turn had been. */

import { fingerprint } from '../base/hash.ts';
import type { Tracker } from '../graph/track.ts';
import type { Document } from '../model/document.ts';
import type { RenditionStore } from './renditions.ts';

export function trackRenditions(
  inner: RenditionStore,
  tracker: Tracker,
  demanded: (document: Document) => void,
): RenditionStore {
  const note = (kind: 'o' | 'O', document: Document, text: string | undefined): void => {
    if (!tracker.active) return;
    const { open } = tracker;
    // seen from within itself by way of an excerpt: no order of looking could tell when
    if (open.some((trace, at) => at < open.length - 1 && trace.owner === document))
      tracker.spoil('reads its own text by way of an excerpt');
    const running = open.at(-1)!;
    if (running.owner === document && !running.isExcerpt) return;
    tracker.readVolatile(`${kind}\0${document.id}`, () => textFingerprint(document, text));
  };
  const renditions: RenditionStore = {
    ...inner,
    contentOf(document) {
      const text = inner.contentOf(document);
      tracker.changing(() => renditions.contentOf(document), text);
      note('o', document, text);
      return text;
    },
    outputOf(document) {
      const text = inner.outputOf(document);
      tracker.changing(() => renditions.outputOf(document), text);
      note('O', document, text);
      return text;
    },
    excerptOf(document) {
      const text = tracker.unheard(() => inner.excerptOf(document));
      if (tracker.away) return text;
      tracker.changing(() => renditions.excerptOf(document), text);
      demanded(document);
      tracker.readVolatile(`e\0${document.id}`, () => (text === undefined ? 'nil' : fingerprint(text)));
      return text;
    },
  };
  return renditions;
}

const known = new WeakMap<Document, { readonly text: string; readonly found: string }>();

/** Of a text of a document: raw and rendered, it is asked for by one page after the other. */
export function textFingerprint(document: Document, text: string | undefined): string {
  if (text === undefined) return 'nil';
  const before = known.get(document);
  if (before?.text === text) return before.found;
  const found = fingerprint(text);
  known.set(document, { text, found });
  return found;
}
