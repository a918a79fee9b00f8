/** jekyll-archives: a page for each tag, category, year, month and day of the posts; as version 2.2 makes them. */

import { type DocumentView, definePlugin, type Generation, type SiteView } from '../../plugin/api/plugin.ts';
import { deepMerge, elements, isHash, isTruthy, toHash, type Value } from '../../plugin/api/values.ts';
import { addArchivePage } from './archive-page.ts';
import { byDate, byTerm } from './groups.ts';

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
  const layout = setting('layouts', kind);
  return addArchivePage(
    {
      kind,
      origin: { setting: ['jekyll-archives', 'layouts', kind] },
      template: String(setting('permalinks', kind) ?? PERMALINKS[kind]),
      values: { year, month, day, type: kind, name: placeholders.name === undefined ? undefined : slug },
      layout: isTruthy(layout) ? layout : (setting('layout') ?? 'archive'),
      variables: { posts: posts.map((post) => post.value), title: placeholders.name },
    },
    generation,
  );
}
