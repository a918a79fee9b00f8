/** The option SMART: curly quotes, dashes and ellipses. */

import type { MarkdownIt } from 'markdown-it';

export function addSmartPunctuation(md: MarkdownIt): void {
  md.set({ typographer: true });
  md.core.ruler.enable('smartquotes');
  md.core.ruler.before('smartquotes', 'dashes', (state) => {
    for (const token of state.tokens.flatMap(({ children }) => children ?? [])) {
      if (token.type !== 'text') continue;
      token.content = token.content.replaceAll('...', '…').replace(/-{2,}/g, (run) => dashes(run.length));
    }
  });
}

/** As few dashes as possible, all of one length where that works out. */
function dashes(count: number): string {
  if (count % 3 === 0) return '—'.repeat(count / 3);
  if (count % 2 === 0) return '–'.repeat(count / 2);
  if (count % 3 === 2) return '—'.repeat((count - 2) / 3) + '–';
  return '—'.repeat((count - 4) / 3) + '––';
}
