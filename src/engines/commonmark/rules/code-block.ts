/** Prints code in the wrapper that the site's highlighter uses. */

import type { Token } from 'markdown-it';
import { escapeAttribute, escapeText } from '../../../html/escape.ts';
import type { Highlighter } from '../../../ports/highlighter.ts';
import type { Option } from '../settings.ts';

export function printCode(
  token: Token,
  options: ReadonlySet<Option>,
  highlighter: Highlighter | undefined,
): string {
  const language = token.info.trim().split(/\s+/)[0] ?? '';
  const data = language === '' ? '' : ` data-lang="${escapeAttribute(language)}"`;
  const onPre = options.has('GITHUB_PRE_LANG');
  const code =
    highlighter?.({ code: token.content, language, category: 'span', options: {} }) ??
    escapeText(token.content);
  const kind = language === '' ? '' : `language-${escapeAttribute(language)} `;
  return (
    `<div class="${kind}highlighter-rouge"><div class="highlight">` +
    `<pre class="highlight"${onPre ? data : ''}><code${onPre ? '' : data}>${code}</code></pre></div></div>\n`
  );
}
