/** The highlighter out of its bundles. */

import { loadBundle } from '../base/node/bundles.ts';
import { createLazyHighlighter } from '../highlight/lazy-highlighter.ts';

// The door: both bundles are made of these files.
export const bundledHighlighter = createLazyHighlighter({
  loadEngine: () => loadBundle('highlight.cjs') as typeof import('../highlight/highlighter.ts'),
  loadFallback: () =>
    (loadBundle('highlight-fallback.cjs') as typeof import('../highlight/fallback/highlight-js.ts'))
      .highlightJsLexer,
});
