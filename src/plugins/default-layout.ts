/** jekyll-default-layout: Markdown that names no layout gets `home`, `page`, `post` or `default`, as in version 0.1. */

import { type DocumentView, definePlugin, type SiteView } from '../plugin/api/plugin.ts';

export const defaultLayout = definePlugin({
  name: 'jekyll-default-layout',
  priority: 'lowest',
  generate(site, generation) {
    for (const document of [...site.pages, ...site.posts]) {
      if (!site.isMarkdown(document.extension) || document.data.has('layout')) continue;
      generation.amend(document, { layout: layoutFor(document, site) });
    }
  },
});

function layoutFor(document: DocumentView, site: SiteView): string | undefined {
  const wanted = [...(document.url === '/' ? ['home'] : []), document.kind, 'default'];
  return wanted.find((name) => site.hasLayout(name));
}
