/** Prints code in the wrapper that the site's highlighter uses. */

import type { Token } from 'markdown-it';
import type { Highlighter } from '../../../ports/highlighter.ts';
import type { Option } from '../settings.ts';
import { escapeHtml } from './escape-html.ts';

export function printCode(
  token: Token,
  options: ReadonlySet<Option>,
  highlighter: Highlighter | undefined,
): string {
  const language = token.info.trim().split(/\s+/)[0] ?? '';
  const data = language === '' ? '' : ` data-lang="${escapeHtml(language)}"`;
  const onPre = options.has('GITHUB_PRE_LANG');
  const code =
    highlighter?.({ code: token.content, language, category: 'span', options: {} }) ??
    escapeHtml(token.content).replaceAll('&quot;', '"');
  const kind = language === '' ? '' : `language-${escapeHtml(language)} `;
  return (
    `<div class="${kind}highlighter-rouge"><div class="highlight">` +
    `<pre class="highlight"${onPre ? data : ''}><code${onPre ? '' : data}>${code}</code></pre></div></div>\n`
  );
}
