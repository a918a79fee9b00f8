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
    tracker.readVolatile(`${kind}\0${document.id}`, () => textFingerprint(text));
  };
  return {
    ...inner,
    contentOf(document) {
      const text = inner.contentOf(document);
      note('o', document, text);
      return text;
    },
    outputOf(document) {
      const text = inner.outputOf(document);
      note('O', document, text);
      return text;
    },
    excerptOf(document) {
      const text = inner.excerptOf(document);
      if (tracker.away) return text;
      demanded(document);
      tracker.readVolatile(`e\0${document.id}`, () => textFingerprint(text));
      return text;
    },
  };
}

const most = 4000;
const known = new Map<string, string>();

/** Of a long text, made once: V8 keeps the hash of a text that is a key. */
export function textFingerprint(text: string | undefined): string {
  if (text === undefined) return 'nil';
  let found = known.get(text);
  if (found === undefined) {
    if (known.size >= most) known.clear();
    known.set(text, (found = fingerprint(text)));
  }
  return found;
}
