/** jekyll-sitemap: `sitemap.xml` and `robots.txt`, with the text of version 1.4. */

import { definePlugin, type PageTurn, type TimedText } from '../../plugin/api/plugin.ts';
import { elements, isTruthy, read, type Value } from '../../plugin/api/values.ts';
import { shownText } from './shown-text.ts';

/** Static files that a sitemap lists. */
const LISTED: ReadonlySet<string> = new Set(['.htm', '.html', '.xhtml', '.pdf']);

export const sitemap = definePlugin({
  name: 'jekyll-sitemap',
  priority: 'lowest',
  generate(site, generation) {
    const taken = new Set([...site.pages, ...site.staticFiles].map((file) => file.url));
    if (!taken.has('/sitemap.xml')) {
      generation.addPage({
        path: 'sitemap.xml',
        data: {
          layout: null,
          static_files: site.staticFiles
            .filter((file) => LISTED.has(file.extension))
            .map((file) => file.value),
          xsl: taken.has('/sitemap.xsl'),
        },
        content: writeSitemap,
        template: shownText(HEAD),
        basis: {},
      });
    }
    if (!taken.has('/robots.txt')) {
      generation.addPage({
        path: 'robots.txt',
        data: { layout: null },
        content: 'Sitemap: {{ "sitemap.xml" | absolute_url }}\n',
      });
    }
  },
});

const HEAD =
  '<urlset xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.sitemaps.org/schemas/sitemap/0.9 ' +
  'http://www.sitemaps.org/schemas/sitemap/0.9/sitemap.xsd" xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n';

function writeSitemap(turn: PageTurn): TimedText {
  const { filter, print, site } = turn;
  const xsl = isTruthy(turn.page.get('xsl'))
    ? `<?xml-stylesheet type="text/xsl" href="${print(filter('absolute_url', '/sitemap.xsl'))}"?>\n`
    : '';
  const entry = (item: Value, url: Value, modified: Value): TimedText => {
    const address = filter('absolute_url', print(url).replaceAll('/index.html', '/'));
    const stamp = () => turn.about(item, 'last_modified_at', () => turn.xmlschema(modified));
    const date = isTruthy(modified) ? ['<lastmod>', stamp(), '</lastmod>\n'] : [];
    return [`<url>\n<loc>${print(filter('xml_escape', address))}</loc>\n`, ...date, '</url>\n'];
  };
  const isWanted = (item: Value) => read(item, 'sitemap') !== false;

  const documents = elements(read(site, 'collections'))
    .filter((collection) => read(collection, 'output') !== false)
    .flatMap((collection) => elements(read(collection, 'docs')).filter(isWanted))
    .flatMap((item) =>
      entry(item, read(item, 'url'), filter('default', read(item, 'last_modified_at'), read(item, 'date'))),
    );
  const pages = elements(read(site, 'html_pages'))
    .filter((page) => isWanted(page) && read(page, 'url') !== '/404.html')
    .flatMap((page) => entry(page, read(page, 'url'), read(page, 'last_modified_at')));
  const files = elements(turn.page.get('static_files'))
    .filter((file) => isWanted(file) && read(file, 'name') !== '404.html')
    .flatMap((file) => entry(file, read(file, 'path'), read(file, 'modified_time')));
  const head = `<?xml version="1.0" encoding="UTF-8"?>\n${xsl}${HEAD}`;
  return [head, ...documents, ...pages, ...files, '</urlset>\n'];
}
