/** One entry of a feed. */

import type { PageTurn } from '../../plugin/api/plugin.ts';
import { elements, isTruthy, read, type Value } from '../../plugin/api/values.ts';

export function writeEntry(post: Value, { about, filter, print, site }: PageTurn): string {
  const url = (value: Value) => filter('absolute_url', value);
  const xml = (value: Value) => print(filter('xml_escape', value));
  const optional = (name: string, value: Value) =>
    isTruthy(value) ? `<${name}>${xml(value)}</${name}>` : '';
  const date = (key: string, value: Value): string =>
    about(post, key, () => print(filter('date_to_xmlschema', value)));
  const published = read(post, 'date');
  const modified = read(post, 'last_modified_at');
  const updated = filter('default', modified, published);
  const lang = read(post, 'lang');
  const title = xml(
    ['smartify', 'strip_html', 'normalize_whitespace'].reduce(
      (text, name) => filter(name, text),
      read(post, 'title'),
    ),
  );
  const parts = [
    `<entry${isTruthy(lang) ? ` xml:lang="${print(lang)}"` : ''}>`,
    `<title type="html">${title}</title>`,
    `<link href="${print(url(read(post, 'url')))}" rel="alternate" type="text/html" title="${title}" />`,
    `<published>${date('date', published)}</published>`,
    `<updated>${date(updated === modified ? 'last_modified_at' : 'date', updated)}</updated>`,
    `<id>${xml(url(read(post, 'id')))}</id>`,
  ];
  const excerptOnly = filter(
    'default',
    read(post, 'feed', 'excerpt_only'),
    read(site, 'feed', 'excerpt_only'),
  );
  if (!isTruthy(excerptOnly)) {
    const content = print(filter('strip', read(post, 'content')));
    parts.push(
      `<content type="html" xml:base="${xml(url(read(post, 'url')))}"><![CDATA[${content}]]></content>`,
    );
  }
  const author = authorOf(post, site, filter);
  const name = filter('default', read(author, 'name'), author);
  parts.push(
    `<author><name>${xml(filter('default', name, ''))}</name>`,
    optional('email', filter('default', read(author, 'email'), undefined)),
    optional('uri', filter('default', read(author, 'uri'), undefined)),
    '</author>',
  );
  const category = read(post, 'category');
  for (const term of isTruthy(category) ? [category] : elements(read(post, 'categories')))
    parts.push(`<category term="${xml(term)}" />`);
  for (const term of elements(read(post, 'tags'))) parts.push(`<category term="${xml(term)}" />`);

  const summary = filter('default', read(post, 'description'), read(post, 'excerpt'));
  if (isTruthy(summary) && summary !== '') {
    const text = print(filter('normalize_whitespace', filter('strip_html', summary)));
    parts.push(`<summary type="html"><![CDATA[${text}]]></summary>`);
  }
  const image = filter('default', read(post, 'image', 'path'), read(post, 'image'));
  if (isTruthy(image)) {
    const address = xml(print(image).includes('://') ? image : url(image));
    parts.push(
      `<media:thumbnail xmlns:media="http://search.yahoo.com/mrss/" url="${address}" />`,
      `<media:content medium="image" url="${address}" xmlns:media="http://search.yahoo.com/mrss/" />`,
    );
  }
  return `${parts.join('')}</entry>`;
}

/** The post's author, or the first of several, or the site's; a name that `site.data.authors` knows stands for its entry. */
function authorOf(post: Value, site: Value, filter: PageTurn['filter']): Value {
  const first = elements(read(post, 'authors'))[0];
  const author = filter('default', filter('default', read(post, 'author'), first), read(site, 'author'));
  const known = typeof author === 'string' ? read(site, 'data', 'authors', author) : undefined;
  return filter('default', known, author);
}
