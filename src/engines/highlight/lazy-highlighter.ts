/** The highlighter of a site, loaded when a page first has code; the fallback, when a language first needs it. */

import { escapeText } from '../../html/escape.ts';
import type { Fallback } from './find/find-lexer.ts';
import { tagNamed } from './find/names.ts';
import { isDeclined, printForKramdown } from './format/kramdown.ts';
import type { HighlightEngine, HighlighterParts, TagOptions } from './highlighter.ts';
import type { Token } from './lexing/tokens.ts';

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
  /** Plain text needs no lexer; Jekyll treats all code without a language as plain text. */
  const isPlain = (language: string) => tagNamed(language) === 'plaintext';
  const isUnknown = (language: string) => tagNamed(language) === undefined && !/^$|^guess$|\?/.test(language);
  return {
    highlight: (request) => {
      const { code, language, options } = request;
      if (isUnknown(language)) return undefined;
      if (!isPlain(language)) return loaded().highlight(request);
      return isDeclined('plaintext', options) ? undefined : printForKramdown(plainTokens(code), request);
    },
    highlightTag: (code, language, options) =>
      (isPlain(language) || isUnknown(language)) && !isDressed(options)
        ? escapeText(code)
        : loaded().highlightTag(code, language, options),
    css: (name, options) => loaded().css(name, options),
    themes: () => loaded().themes(),
  };
}

/** Whether lines are to be numbered or marked, for which even plain text goes through a formatter. */
function isDressed(options: TagOptions | undefined): boolean {
  return options?.lineNumbers === true || (options?.markLines ?? []).length > 0;
}

function plainTokens(text: string): readonly Token[] {
  return text === '' ? [] : [{ type: '', text }];
}
