/** The highlighter of a site: nothing of it is loaded before a page has code, nor the fallback before a language needs it. */

import type { Fallback } from './find-lexer.ts';
import type { HighlightEngine, HighlighterParts } from './highlighter.ts';

/** How the two parts are loaded; on Node they are bundles of their own. */
export interface HighlightLoader {
  loadEngine(): { createHighlighter(parts: HighlighterParts): HighlightEngine };
  loadFallback(): Fallback;
}

export function createLazyHighlighter(loader: HighlightLoader): HighlightEngine {
  let engine: HighlightEngine | undefined;
  const loaded = (): HighlightEngine => {
    engine ??= loader.loadEngine().createHighlighter({ loadFallback: () => loader.loadFallback() });
    return engine;
  };
  return {
    highlight: (request) => loaded().highlight(request),
    highlightTag: (code, language, options) => loaded().highlightTag(code, language, options),
  };
}
