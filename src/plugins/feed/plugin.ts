/** jekyll-feed: an Atom feed of the posts, of other collections, categories and tags. Its text is that of version 0.17. */

import {
  type BuildMoment,
  definePlugin,
  type Generation,
  type PageTurn,
  type SettingTable,
  type SiteView,
  type TimedText,
} from '../../plugin/api/plugin.ts';
import { elements, isTruthy, read, type Value } from '../../plugin/api/values.ts';
import { writeEntry } from './entry.ts';
import { feedMetaTag } from './meta-tag.ts';
import { shownText } from './shown-text.ts';

interface FeedPage {
  readonly path: string;
  readonly collection: string;
  readonly category?: string | undefined;
  readonly tag?: string;
}

const FEED: SettingTable = {
  path: { type: 'string', default: 'feed.xml', doc: 'The path of the feed of the posts.' },
  categories: { type: 'list', items: { type: 'string' }, doc: 'Categories with a feed of their own.' },
  collections: { type: ['list', 'hash'], doc: 'Collections with a feed of their own.' },
  tags: { type: ['boolean', 'hash'], doc: 'Whether tags have feeds of their own, and which.' },
  posts_limit: { type: 'integer', default: 10, doc: 'How many entries a feed has.' },
  excerpt_only: { type: 'boolean', default: false, doc: 'Leaves out the texts of posts.' },
  disable_in_development: { type: 'boolean', default: false, doc: 'Writes no feed in development.' },
};

export const feed = definePlugin({
  name: 'jekyll-feed',
  priority: 'lowest',
  settings: { feed: { type: 'hash', keys: FEED, doc: 'The feed of the posts, and further feeds.' } },
  liquid: { tags: [feedMetaTag] },
  generate(site, generation) {
    if (isTruthy(site.config('feed', 'disable_in_development')) && site.environment === 'development') return;
    for (const page of [...collectionFeeds(site), ...tagFeeds(site)]) addFeed(page, site, generation);
  },
});

function addFeed(page: FeedPage, site: SiteView, generation: Generation): void {
  if (site.hasSource(page.path)) return;
  generation.addPage({
    path: page.path,
    data: {
      layout: null,
      sitemap: false,
      xsl: site.hasSource('feed.xslt.xml'),
      collection: page.collection,
      category: page.category,
      tags: page.tag,
    },
    content: (turn) => writeFeed(page, turn),
    template: shownText(),
    basis: { ...page },
    // in Jekyll the whole path is the name of the file
    variables: { name: page.path },
  });
}

/** `feed.collections`, an array of names or a hash with settings; `posts` is always among them. */
function collectionFeeds(site: SiteView): FeedPage[] {
  const configured = site.config('feed', 'collections');
  const settings = new Map<string, Value>();
  if (Array.isArray(configured))
    for (const name of elements(configured)) settings.set(String(name), undefined);
  else if (configured instanceof Map) for (const [name, meta] of configured) settings.set(String(name), meta);
  if (!settings.has('posts')) settings.set('posts', undefined);

  const feeds: FeedPage[] = [];
  for (const [collection, meta] of settings) {
    const isPosts = collection === 'posts';
    const prefix = isPosts ? '/feed' : `/feed/${collection}`;
    const categories = read(meta, 'categories') ?? (isPosts ? site.config('feed', 'categories') : undefined);
    for (const category of new Set(elements(categories).map(String))) {
      feeds.push({ path: `${prefix}/${category}.xml`, collection, category });
    }
    const path = read(meta, 'path') ?? (isPosts ? site.config('feed', 'path') : undefined);
    feeds.push({ path: isTruthy(path) ? String(path) : `${prefix}.xml`, collection });
  }
  return feeds;
}

/** `feed.tags`: a feed for each tag, or those of `only` less those of `except`. */
function tagFeeds(site: SiteView): FeedPage[] {
  const settings = site.config('feed', 'tags');
  if (!isTruthy(settings)) return [];
  const used = new Set(site.posts.toReversed().flatMap((post) => elements(post.get('tags')).map(String)));
  const only = read(settings, 'only');
  const except = new Set(elements(read(settings, 'except')).map(String));
  const folder = read(settings, 'path');
  return (Array.isArray(only) ? elements(only).map(String) : [...used])
    .filter((tag) => !except.has(tag) && !/[^a-zA-Z0-9_]/.test(tag) && used.size > 0)
    .map((tag) => ({
      path: `${isTruthy(folder) ? String(folder) : '/feed/by_tag/'}${tag}.xml`,
      collection: 'posts',
      tag,
    }));
}

function writeFeed(feedPage: FeedPage, turn: PageTurn): TimedText {
  const { filter, print, site } = turn;
  const url = (value: Value) => print(filter('absolute_url', value));
  const xml = (value: Value) => print(filter('xml_escape', value));
  const lang = read(site, 'lang');
  const author = read(site, 'author');

  let title = filter('default', read(site, 'title'), read(site, 'name'));
  if (feedPage.collection !== 'posts')
    title = `${print(title)} | ${print(filter('capitalize', feedPage.collection))}`;
  if (feedPage.category !== undefined)
    title = `${print(title)} | ${print(filter('capitalize', feedPage.category))}`;

  const parts: (string | BuildMoment)[] = [
    '<?xml version="1.0" encoding="utf-8"?>',
    isTruthy(turn.page.get('xsl'))
      ? `<?xml-stylesheet type="text/xml" href="${url('/feed.xslt.xml')}"?>`
      : '',
    `<feed xmlns="http://www.w3.org/2005/Atom" ${isTruthy(lang) ? `xml:lang="${print(lang)}"` : ''}>`,
    `<generator uri="https://jekyllrb.com/" version="${turn.jekyllVersion}">Jekyll</generator>`,
    `<link href="${url(turn.page.url)}" rel="self" type="application/atom+xml" />`,
    `<link href="${url('/')}" rel="alternate" type="text/html" ${isTruthy(lang) ? `hreflang="${print(lang)}" ` : ''}/>`,
    '<updated>',
    turn.xmlschema(turn.time),
    '</updated>',
    `<id>${xml(filter('absolute_url', turn.page.url))}</id>`,
    isTruthy(title) ? `<title type="html">${xml(filter('smartify', title))}</title>` : '',
    isTruthy(read(site, 'description')) ? `<subtitle>${xml(read(site, 'description'))}</subtitle>` : '',
  ];
  if (isTruthy(author)) {
    const field = (name: string) =>
      isTruthy(read(author, name)) ? `<${name}>${xml(read(author, name))}</${name}>` : '';
    parts.push(
      `<author><name>${xml(filter('default', read(author, 'name'), author))}</name>${field('email')}${field('uri')}</author>`,
    );
  }
  for (const post of selectPosts(feedPage, turn)) parts.push(writeEntry(post, turn));
  return [...parts, '</feed>'];
}

/** The newest documents that the feed is about, as many as `feed.posts_limit` says. */
function selectPosts(feedPage: FeedPage, { filter, site }: PageTurn): readonly Value[] {
  let posts = elements(
    feedPage.tag === undefined ? read(site, feedPage.collection) : read(site, 'tags', feedPage.tag),
  );
  if (feedPage.category !== undefined)
    posts = elements(filter('where', posts, 'categories', feedPage.category));
  if (!isTruthy(read(site, 'show_drafts'))) posts = posts.filter((post) => read(post, 'draft') !== true);
  const newest = elements(filter('sort', posts, 'date')).toReversed();
  const limit = Number(filter('default', read(site, 'feed', 'posts_limit'), 10));
  return newest.slice(0, Number.isFinite(limit) ? limit : newest.length);
}
