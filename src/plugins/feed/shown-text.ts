/**
 * What templates see as `content` of a feed before its turn: in Jekyll every page still is its template then. It says in Liquid
 * what the writer does, and is never rendered.
 */

import { assign, each, firstOf, output, unless, when } from '../liquid-text.ts';

/** The text of `content` for all feeds. */
export function shownText(): string {
  const language = (before: string, attribute: string, after = '') =>
    when('site.lang', `${before}${attribute}="${output('site.lang')}"${after}`);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    when('page.xsl', `<?xml-stylesheet type="text/xml" href="${absolute("'/feed.xslt.xml'")}"?>`),
    `<feed xmlns="http://www.w3.org/2005/Atom" ${language('', 'xml:lang')}>`,
    `<generator uri="https://jekyllrb.com/" version="${output('jekyll.version')}">Jekyll</generator>`,
    `<link href="${absolute('page.url')}" rel="self" type="application/atom+xml" />`,
    `<link href="${absolute("'/'")}" rel="alternate" type="text/html" ${language('', 'hreflang', ' ')}/>`,
    element('updated', date('site.time')),
    element('id', output('page.url', 'absolute_url', 'xml_escape')),
    title(),
    when('site.description', element('subtitle', escaped('site.description'))),
    when(
      'site.author',
      person(escaped('site.author.name', 'default: site.author'), (key) => `site.author.${key}`),
    ),
    posts(),
    each('post', 'posts limit: posts_limit', entry()),
    '</feed>',
  ].join('');
}

function title(): string {
  const withPart = (name: string) =>
    assign(name, `page.${name}`, 'capitalize') + assign('title', 'title', 'append: " | "', `append: ${name}`);
  return [
    assign('title', 'site.title', 'default: site.name'),
    when('page.collection != "posts"', withPart('collection')),
    when('page.category', withPart('category')),
    when('title', html('title', escaped('title', 'smartify'))),
  ].join('');
}

/** `posts` and `posts_limit`. */
function posts(): string {
  const keep = (...filters: readonly string[]) => assign('posts', 'posts', ...filters);
  return [
    firstOf(
      [assign('posts', 'site.tags[page.tags]'), 'page.tags'],
      [assign('posts', 'site[page.collection]')],
    ),
    when('page.category', keep('where: "categories", page.category')),
    unless('site.show_drafts', keep('where_exp: "post", "post.draft != true"')),
    keep('sort: "date"', 'reverse'),
    assign('posts_limit', 'site.feed.posts_limit', 'default: 10'),
  ].join('');
}

function entry(): string {
  const language = when('post.lang', `{{" "}}xml:lang="${output('post.lang')}"`);
  const shownTitle = output('post_title');
  return [
    `<entry${language}>`,
    assign('post_title', 'post.title', 'smartify', 'strip_html', 'normalize_whitespace', 'xml_escape'),
    html('title', shownTitle),
    `<link href="${absolute('post.url')}" rel="alternate" type="text/html" title="${shownTitle}" />`,
    element('published', date('post.date')),
    element('updated', date('post.last_modified_at', 'default: post.date')),
    element('id', output('post.id', 'absolute_url', 'xml_escape')),
    content(),
    author(),
    categories(),
    summary(),
    image(),
    '</entry>',
  ].join('');
}

function content(): string {
  const base = output('post.url', 'absolute_url', 'xml_escape');
  const text = cdata(output('post.content', 'strip'));
  return (
    assign('excerpt_only', 'post.feed.excerpt_only', 'default: site.feed.excerpt_only') +
    unless('excerpt_only', `<content type="html" xml:base="${base}">${text}</content>`)
  );
}

function author(): string {
  const part = (key: string, otherwise: string) =>
    assign(`post_author_${key}`, `post_author.${key}`, `default: ${otherwise}`);
  return [
    assign('post_author', 'post.author', 'default: post.authors[0]', 'default: site.author'),
    assign('post_author', 'site.data.authors[post_author]', 'default: post_author'),
    part('email', 'nil'),
    part('uri', 'nil'),
    part('name', 'post_author'),
    person(escaped('post_author_name', 'default: ""'), (key) => `post_author_${key}`),
  ].join('');
}

function categories(): string {
  const category = (name: string) => `<category term="${escaped(name)}" />`;
  return (
    firstOf(
      [category('post.category'), 'post.category'],
      [each('category', 'post.categories', category('category')), 'post.categories'],
    ) + each('tag', 'post.tags', category('tag'))
  );
}

function summary(): string {
  const text = cdata(output('post_summary', 'strip_html', 'normalize_whitespace'));
  return (
    assign('post_summary', 'post.description', 'default: post.excerpt') +
    when('post_summary and post_summary != empty', html('summary', text))
  );
}

function image(): string {
  const media = 'xmlns:media="http://search.yahoo.com/mrss/"';
  const address = `url="${escaped('post_image')}"`;
  const whole = assign('post_image', 'post_image', 'absolute_url');
  return (
    assign('post_image', 'post.image.path', 'default: post.image') +
    when(
      'post_image',
      `${unless('post_image contains "://"', whole)}<media:thumbnail ${media} ${address} />` +
        `<media:content medium="image" ${address} ${media} />`,
    )
  );
}

function person(name: string, field: (key: string) => string): string {
  const part = (key: string) => when(field(key), element(key, escaped(field(key))));
  return element('author', element('name', name) + part('email') + part('uri'));
}

function element(name: string, text: string): string {
  return `<${name}>${text}</${name}>`;
}

/** An element whose text is HTML. */
function html(name: string, text: string): string {
  return `<${name} type="html">${text}</${name}>`;
}

function cdata(text: string): string {
  return `<![CDATA[${text}]]>`;
}

function absolute(value: string): string {
  return output(value, 'absolute_url');
}

function date(...pipeline: readonly string[]): string {
  return output(...pipeline, 'date_to_xmlschema');
}

function escaped(...pipeline: readonly string[]): string {
  return output(...pipeline, 'xml_escape');
}
