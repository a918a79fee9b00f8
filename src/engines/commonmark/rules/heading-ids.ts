/** The ids that jekyll-commonmark-ghpages gives headings: made of their HTML, numbered where one comes twice. */

import type { MarkdownIt } from 'markdown-it';

export function addHeadingIds(md: MarkdownIt): void {
  md.core.ruler.push('heading_ids', (state) => {
    const used = new Map<string, number>();
    for (const [at, token] of state.tokens.entries()) {
      if (token.type !== 'heading_open') continue;
      const inner = state.tokens[at + 1]?.children ?? [];
      const id = idOf(md.renderer.renderInline(inner, md.options, state.env)) || 'section';
      const count = used.get(id);
      used.set(id, (count ?? -1) + 1);
      token.attrSet('id', count === undefined ? id : `${id}-${count + 1}`);
    }
  });
}

function idOf(html: string): string {
  return html
    .replace(/^[^a-zA-Z]+/gm, '')
    .replace(/[^a-zA-Z0-9 -]/g, '')
    .replaceAll(' ', '-')
    .toLowerCase();
}
