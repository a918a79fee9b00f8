/** Rouge's HTML formatter: a span a token, none around plain text. */
import type { Token } from '../tokens.ts';
import { escapeCode } from './escape.ts';

/** Prints tokens; the other formatters put it in tables and lines. */
export type PrintTokens = (tokens: readonly Token[]) => string;

export const printHtml: PrintTokens = (tokens) => {
  let html = '';
  for (const { type, text } of tokens) {
    // Rouge prints escaped sections raw only where that is switched on, which no Jekyll site can do.
    const shown = type === 'esc' ? 'err' : type;
    html += shown === '' ? escapeCode(text) : `<span class="${shown}">${escapeCode(text)}</span>`;
  }
  return html;
};
