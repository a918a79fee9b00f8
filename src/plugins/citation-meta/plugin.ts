/** `citation_meta: true`: tells Scholar and search engines of papers (`citation_*`, JSON-LD) and of the person whose page it is. */

import { definePlugin } from '../../plugin/api/plugin.ts';
import { jsonLdOfPaper, metaOfPaper, script } from './head.ts';
import { paperOf } from './paper.ts';
import { personOf } from './person.ts';

export const citationMeta = definePlugin({
  name: 'citation-meta',
  setting: 'citation_meta',
  settings: {
    citation_meta: { type: 'boolean', doc: 'Adds what Google Scholar and search engines read of papers.' },
  },
  transform(html, page, site) {
    if (!/\.x?html?$/i.test(page.outputExtension)) return html;
    const at = html.search(/<\/head\s*>/i);
    if (at < 0) return html;
    const lines: string[] = [];
    const paper = paperOf(page, site);
    if (paper !== undefined) lines.push(...metaOfPaper(paper), script(jsonLdOfPaper(paper)));
    if (page.url === '/') {
      const person = personOf(site);
      if (person !== undefined) lines.push(script(person));
    }
    return lines.length === 0 ? html : `${html.slice(0, at)}${lines.join('\n')}\n${html.slice(at)}`;
  },
});
