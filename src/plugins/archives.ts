/** jekyll-archives: a page for each tag, category, year, month and day of the posts; as version 2.2 makes them. */

import { type DocumentView, definePlugin, type Generation, type SiteView } from '../plugin/api/plugin.ts';
import { deepMerge, elements, isHash, isTruthy, RubyDate, toHash, type Value } from '../plugin/api/values.ts';

type Kind = 'tag' | 'category' | 'year' | 'month' | 'day';

const PERMALINKS: Readonly<Record<Kind, string>> = {
  year: '/:year/',
  month: '/:year/:month/',
  day: '/:year/:month/:day/',
  tag: '/tag/:name/',
  category: '/category/:name/',
};

const DEFAULTS = toHash({ layout: 'archive', enabled: [], permalinks: PERMALINKS });

/** What `enabled:` calls each kind. */
const SWITCHES: Readonly<Record<Kind, string>> = {
  tag: 'tags',
  category: 'categories',
  year: 'year',
  month: 'month',
  day: 'day',
};

export const archives = definePlugin({
  name: 'jekyll-archives',
  settings: {
    'jekyll-archives': {
      type: 'hash',
      doc: 'Pages that list the posts by tag, category and date.',
      keys: {
        enabled: {
          type: ['list', 'string', 'boolean'],
          items: { type: 'string', values: Object.values(SWITCHES) },
          doc: 'Which archives there are; all or true for each of them.',
        },
        layout: { type: 'string', default: 'archive', doc: 'The layout of all archives.' },
        layouts: { type: 'hash', others: { type: 'string' }, doc: 'Layouts by the kind of archive.' },
        permalinks: { type: 'hash', others: { type: 'string' }, doc: 'Addresses by the kind of archive.' },
      },
    },
  },
  generate(site, generation) {
    const enabled = site.config('jekyll-archives', 'enabled');
    const isOn = (kind: Kind) =>
      enabled === true || enabled === 'all' || elements(enabled).includes(SWITCHES[kind]);
    const added: Value[] = [];
    const add = (kind: Kind, posts: readonly DocumentView[], placeholders: Placeholders) => {
      if (isOn(kind)) added.push(addArchive({ kind, posts, placeholders }, site, generation).value);
    };
    const posts = site.posts;
    for (const [name, tagged] of byTerm(posts.toReversed(), 'tags')) add('tag', tagged, { name });
    for (const [name, filed] of byTerm(posts.toReversed(), 'categories')) add('category', filed, { name });
    for (const [year, ofYear] of byDate(posts.toReversed(), 0, 4)) {
      add('year', ofYear, { year });
      for (const [month, ofMonth] of byDate(ofYear, 5, 7)) {
        add('month', ofMonth, { year, month });
        for (const [day, ofDay] of byDate(ofMonth, 8, 10)) add('day', ofDay, { year, month, day });
      }
    }
    generation.setSetting('archives', added);
    const given = site.config('jekyll-archives');
    generation.setSetting('jekyll-archives', isHash(given) ? deepMerge(DEFAULTS, given) : DEFAULTS);
  },
});

interface Placeholders {
  readonly name?: string;
  readonly year?: string;
  readonly month?: string;
  readonly day?: string;
}

interface Archive {
  readonly kind: Kind;
  /** Newest first. */
  readonly posts: readonly DocumentView[];
  readonly placeholders: Placeholders;
}

function addArchive(
  { kind, posts, placeholders }: Archive,
  site: SiteView,
  generation: Generation,
): DocumentView {
  const setting = (...keys: readonly string[]) => site.config('jekyll-archives', ...keys);
  const slug = site.print(site.filter('slugify', placeholders.name ?? ''));
  const { year, month, day } = placeholders;
  const values = { year, month, day, type: kind, name: placeholders.name === undefined ? undefined : slug };
  const template = String(setting('permalinks', kind) ?? PERMALINKS[kind]);
  const address = (encode: (text: string) => string) =>
    Object.entries(values).reduce(
      (text, [name, value]) => (value === undefined ? text : text.replaceAll(`:${name}`, encode(value))),
      template,
    );
  const path = address((text) => text).replace(/^\//, '');
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  const layout = setting('layouts', kind);
  return generation.addPage({
    path: file,
    url: address(encodeURIComponent),
    type: kind,
    data: { layout: isTruthy(layout) ? layout : (setting('layout') ?? 'archive') },
    content: '',
    origin: { setting: ['jekyll-archives', 'layouts', kind] },
    variables: {
      posts: posts.map((post) => post.value),
      type: kind,
      title: placeholders.name,
      date: year === undefined ? undefined : new RubyDate(Number(year), Number(month ?? 1), Number(day ?? 1)),
      name: file.slice(file.lastIndexOf('/') + 1).replace(/(?<=.)\.[^.]*$/, ''),
      path: file,
      permalink: undefined,
      ...{ content: undefined, dir: undefined, excerpt: undefined },
    },
  });
}

/** Posts by their terms. */
function byTerm(posts: readonly DocumentView[], key: string): Groups {
  return group(posts, (post) => elements(post.get(key)).map(String));
}

/** Posts by a part of their date as `2024-05-31` has it. */
function byDate(posts: readonly DocumentView[], from: number, to: number): Groups {
  return group(posts, ({ date }) => {
    if (date === undefined) return [];
    return [new Date(date.epochMs + date.offset * 1000).toISOString().slice(from, to)];
  });
}

type Groups = ReadonlyMap<string, readonly DocumentView[]>;

/** Groups in the order in which the posts, given by date, bring them up; the newest first in each. */
function group(posts: readonly DocumentView[], keysOf: (post: DocumentView) => readonly string[]): Groups {
  const groups = new Map<string, DocumentView[]>();
  for (const post of posts) {
    for (const key of keysOf(post)) {
      const found = groups.get(key);
      if (found === undefined) groups.set(key, [post]);
      else found.push(post);
    }
  }
  const [first, last] = [posts[0]?.date?.epochMs ?? 0, posts.at(-1)?.date?.epochMs ?? 0];
  if (first < last) for (const found of groups.values()) found.reverse();
  return groups;
}
