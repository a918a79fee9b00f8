/** The highlighter out of its bundles. */

import { createLazyHighlighter } from '../engines/highlight/lazy-highlighter.ts';
import { loadBundle } from '../node/bundles.ts';

// The types are those of the files that the bundles are made of.
export const bundledHighlighter = createLazyHighlighter({
  loadEngine: () => loadBundle('highlight.cjs') as typeof import('../engines/highlight/highlighter.ts'),
  loadFallback: () =>
    (loadBundle('highlight-fallback.cjs') as typeof import('../engines/highlight/highlight-js.ts'))
      .highlightJsLexer,
});
