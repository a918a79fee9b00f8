/** Rouge's HTML formatter: a span around each token, none around plain text. */
import { escapeText } from '../../../html/escape.ts';
import type { Token, TokenClass } from '../lexing/tokens.ts';

/** Prints tokens; the other formatters put it in tables and lines. */
export type PrintTokens = (tokens: readonly Token[]) => string;

export const printHtml: PrintTokens = (tokens) => {
  let html = '';
  for (let n = 0; n < tokens.length; n++) {
    const { type, text } = tokens[n]!;
    if (type === '') html += escapeText(text);
    else html += startTag(type) + escapeText(text) + '</span>';
  }
  return html;
};

const startTags = new Map<TokenClass, string>();

function startTag(type: TokenClass): string {
  let tag = startTags.get(type);
  if (tag === undefined) {
    // Rouge prints escaped sections raw only where that is switched on, which no Jekyll site can do.
    tag = `<span class="${type === 'esc' ? 'err' : type}">`;
    startTags.set(type, tag);
  }
  return tag;
}
