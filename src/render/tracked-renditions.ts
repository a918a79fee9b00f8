/** Renditions whose reads are recorded: what a page saw of another one depends on whose turn had been. */

import type { NodeOf } from '../graph/nodes.ts';
import type { Tracker } from '../graph/tracker.ts';
import type { Document } from '../model/document.ts';
import { excerptFingerprint, textFingerprint } from './fingerprints.ts';
import type { RenditionStore } from './renditions.ts';

/** @param reportExcerpt reports what a document's excerpt has reported: a page is about to show it */
export function trackRenditions(
  inner: RenditionStore,
  tracker: Tracker,
  reportExcerpt: (document: Document) => void,
): RenditionStore {
  const record = (
    kind: NodeOf<'content' | 'output'>['kind'],
    document: Document,
    text: string | undefined,
  ) => {
    if (!tracker.active) return;
    const { open } = tracker;
    // seen from within itself through an excerpt: no order of checking could reproduce when
    if (open.some((trace, at) => at < open.length - 1 && trace.document === document))
      tracker.forbidKeeping({ because: 'reads itself' });
    const running = open.at(-1)!;
    if (running.document === document && running.task.of !== 'excerpt') return;
    tracker.read({ kind, document: document.id }, () => textFingerprint(document, text));
  };
  const ofExcerpt = (document: Document, ask: (document: Document) => string | undefined) =>
    tracker.withoutListener(() => {
      try {
        return ask(document);
      } finally {
        if (!tracker.paused) reportExcerpt(document);
      }
    });
  const renditions: RenditionStore = {
    ...inner,
    contentOf(document) {
      const text = inner.contentOf(document);
      tracker.changing(() => renditions.contentOf(document), text);
      record('content', document, text);
      return text;
    },
    outputOf(document) {
      const text = inner.outputOf(document);
      tracker.changing(() => renditions.outputOf(document), text);
      record('output', document, text);
      return text;
    },
    excerptOf(document) {
      const text = ofExcerpt(document, inner.excerptOf);
      if (tracker.paused) return text;
      tracker.changing(() => renditions.excerptOf(document), text);
      tracker.read({ kind: 'excerpt', document: document.id }, () => excerptFingerprint(text));
      return text;
    },
    excerptPrintOf: (document) => ofExcerpt(document, inner.excerptPrintOf),
  };
  return renditions;
}
