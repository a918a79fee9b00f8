/** jekyll-redirect-from: pages that lead from old addresses to new ones, and `redirects.json`; as version 0.16 makes them. */

import { type DocumentView, definePlugin, type Generation, type SiteView } from '../../plugin/api/plugin.ts';
import { elements } from '../../plugin/api/values.ts';
import { REDIRECT_LAYOUT } from './layout.ts';

export const redirectFrom = definePlugin({
  name: 'jekyll-redirect-from',
  settings: {
    redirect_from: {
      type: 'hash',
      keys: { json: { type: 'boolean', default: true, doc: 'Writes redirects.json.' } },
      doc: 'What is written of redirects.',
    },
  },
  generate(site, generation) {
    generation.addLayout('redirect', REDIRECT_LAYOUT);
    const redirects: Record<string, string> = {};
    const candidates = [...site.documents.filter((document) => document.written), ...site.pages];
    for (const document of candidates) {
      for (const from of addresses(document, 'redirect_from', site)) {
        const redirect = describe(from, document.url, site);
        addRedirectPage(redirect, document, generation);
        redirects[redirect.from] = redirect.to;
      }
      const [to] = addresses(document, 'redirect_to', site);
      if (to === undefined) continue;
      const redirect = describe(document.url, to, site);
      generation.amend(document, redirectData(redirect), '');
      redirects[redirect.from] = redirect.to;
    }
    if (site.config('redirect_from', 'json') === false || site.hasSource('redirects.json')) return;
    generation.addPage({
      path: 'redirects.json',
      data: { layout: null },
      content: JSON.stringify(redirects),
    });
  },
});

interface Redirect {
  readonly from: string;
  readonly to: string;
}

/** A value of the front matter as a list: one address or several, nil left out. An empty one is an address, too. */
function addresses(document: DocumentView, key: string, site: SiteView): readonly string[] {
  const value = document.get(key);
  // `redirect_to: false` turns it off
  if (value === false && key === 'redirect_to') return [];
  return (Array.isArray(value) ? elements(value) : [value]).flatMap((address) => {
    if (address === undefined || address === null) return [];
    if (typeof address === 'string' || typeof address === 'number') return [String(address)];
    const message = `\`${key}\` in \`${document.path}\` is not a valid address`;
    const at = { page: document, key };
    site.warn('redirect-from/not-an-address', message, 'write a path or a list of paths', at);
    return [];
  });
}

function describe(from: string, to: string, site: SiteView): Redirect {
  return {
    from: from === '' || from.startsWith('/') ? from : `/${from}`,
    to: /^https?:\/\//m.test(to) ? to : site.print(site.filter('absolute_url', to)),
  };
}

function redirectData(redirect: Redirect): Record<string, unknown> {
  return { sitemap: false, layout: 'redirect', permalink: redirect.from, redirect };
}

function addRedirectPage(redirect: Redirect, page: DocumentView, generation: Generation): void {
  generation.addPage({
    path: 'redirect.html',
    data: redirectData(redirect),
    content: '',
    mayCollide: true,
    origin: { page, key: 'redirect_from' },
  });
}
