/**
 * What templates see as `content` of sitemap.xml before its turn: in Jekyll every page still is its template then. It says in
 * Liquid what the writer does, and is never rendered.
 */

import { assign, each, output, when } from '../liquid-text.ts';

/** @param head the start tag of the document's element, with its line end */
export function shownText(head: string): string {
  const stylesheet = `<?xml-stylesheet type="text/xsl" href="${output('"/sitemap.xsl"', 'absolute_url')}"?>\n`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    when('page.xsl', stylesheet),
    head,
    assign('collections', 'site.collections', where('collection', 'collection.output != false')),
    each('collection', 'collections', documents()),
    assign(
      'pages',
      'site.html_pages',
      where('doc', 'doc.sitemap != false'),
      where('doc', 'doc.url != "/404.html"'),
    ),
    each(
      'page',
      'pages',
      entry('page.url', when('page.last_modified_at', lastChange('page.last_modified_at'))),
    ),
    assign(
      'static_files',
      'page.static_files',
      where('page', 'page.sitemap != false'),
      where('page', 'page.name != "404.html"'),
    ),
    each('file', 'static_files', entry('file.path', lastChange('file.modified_time'))),
    '</urlset>\n',
  ].join('');
}

function documents(): string {
  const change = lastChange('doc.last_modified_at', 'default: doc.date');
  return (
    assign('docs', 'collection.docs', where('doc', 'doc.sitemap != false')) +
    each('doc', 'docs', entry('doc.url', when('doc.last_modified_at or doc.date', change)))
  );
}

function entry(address: string, change: string): string {
  const location = output(address, "replace:'/index.html','/'", 'absolute_url', 'xml_escape');
  return `<url>\n<loc>${location}</loc>\n${change}</url>\n`;
}

function lastChange(...pipeline: readonly string[]): string {
  return `<lastmod>${output(...pipeline, 'date_to_xmlschema')}</lastmod>\n`;
}

function where(name: string, condition: string): string {
  return `where_exp:'${name}','${condition}'`;
}
