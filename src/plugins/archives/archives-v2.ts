/** jekyll-archives-v2: a page for each year, month, day and value of a list, by collection; as version 0.0.5 makes them. */

import { type DocumentView, definePlugin, type Generation, type SiteView } from '../../plugin/api/plugin.ts';
import { deepMerge, elements, isHash, isTruthy, toHash, type Value } from '../../plugin/api/values.ts';
import { addArchivePage } from './archive-page.ts';
import { groupBy } from './groups.ts';
import { singular } from './singular.ts';

const KEY = 'jekyll-archives';
const DATES = ['year', 'month', 'day'] as const;
type DatePart = (typeof DATES)[number];

const DEFAULTS = toHash({
  layout: 'archive',
  enabled: [],
  permalinks: {
    year: '/:collection/:year/',
    month: '/:collection/:year/:month/',
    day: '/:collection/:year/:month/:day/',
    tags: '/:collection/:type/:name/',
  },
});

const OTHER_PERMALINK = '/:collection/:type/:name/';

export const archivesV2 = definePlugin({
  name: 'jekyll-archives-v2',
  generate(site, generation) {
    const given = site.config(KEY);
    if (given !== undefined && !isHash(given)) {
      site.warn(
        'archives/settings',
        `\`${KEY}\` must be a hash by collection, so no archives are made`,
        `write \`${KEY}: {posts: {enabled: [year, tags]}}\``,
      );
      return;
    }
    const defaults = new Map(site.collections.map((name) => [name, DEFAULTS]));
    const settings = deepMerge(defaults, given ?? new Map());
    generation.setSetting(KEY, settings);
    const added = [...settings].flatMap(([name, own]) =>
      isHash(own) ? new CollectionArchives(site, generation, String(name), own).add() : [],
    );
    generation.setSetting('archives', added);
  },
});

/** The archives of one collection. */
class CollectionArchives {
  readonly #site: SiteView;
  readonly #generation: Generation;
  readonly #collection: string;
  readonly #settings: ReadonlyMap<Value, Value>;
  readonly #documents: readonly DocumentView[];
  readonly #added: Value[] = [];

  constructor(
    site: SiteView,
    generation: Generation,
    collection: string,
    settings: ReadonlyMap<Value, Value>,
  ) {
    this.#site = site;
    this.#generation = generation;
    this.#collection = collection;
    this.#settings = settings;
    this.#documents = site.documents.filter((each) => each.collection === collection);
  }

  add(): readonly Value[] {
    const enabled = this.#settings.get('enabled');
    const isAll = enabled === true || enabled === 'all';
    const kinds = isAll ? [...DATES, ...this.#listKeys()] : elements(enabled).map(String);
    this.#addDates(
      this.#documents,
      DATES.filter((part) => kinds.includes(part)),
    );
    for (const kind of kinds) if (!(DATES as readonly string[]).includes(kind)) this.#addTerms(kind);
    return this.#added;
  }

  /** Keys of front matter that hold a list in one of the documents. */
  #listKeys(): readonly string[] {
    const keys = new Set(this.#documents.flatMap(({ data }) => [...data.keys()].map(String)));
    return [...keys].filter((key) => this.#documents.some((each) => Array.isArray(each.get(key))));
  }

  #addDates(documents: readonly DocumentView[], parts: readonly DatePart[]): void {
    if (parts.length === 0) return;
    for (const [year, ofYear] of this.#byDate(documents, 0, 4)) {
      if (parts.includes('year')) this.#addPage('year', ofYear, { year });
      if (!parts.includes('month') && !parts.includes('day')) continue;
      for (const [month, ofMonth] of this.#byDate(ofYear, 5, 7)) {
        if (parts.includes('month')) this.#addPage('month', ofMonth, { year, month });
        if (!parts.includes('day')) continue;
        for (const [day, ofDay] of this.#byDate(ofMonth, 8, 10))
          this.#addPage('day', ofDay, { year, month, day });
      }
    }
  }

  #addTerms(kind: string): void {
    const groups = this.#groups(this.#documents, (each) => elements(each.get(kind)));
    for (const [term, documents] of groups) {
      const title = typeof term === 'string' ? term : undefined;
      const mode = this.#settings.get('slug_mode');
      const slug = this.#site.print(
        this.#site.filter('slugify', title ?? '', ...(isTruthy(mode) ? [mode!] : [])),
      );
      this.#addPage(kind, documents, { name: slug }, title);
    }
  }

  #addPage(
    kind: string,
    documents: readonly DocumentView[],
    placeholders: Readonly<Record<string, string>>,
    title?: string,
  ): void {
    const setting = (group: string) => {
      const found = this.#settings.get(group);
      return isHash(found) ? found.get(kind) : undefined;
    };
    const template = setting('permalinks');
    const layout = setting('layouts');
    const page = addArchivePage(
      {
        kind,
        origin: { setting: [KEY, this.#collection, 'layouts', kind] },
        template: isTruthy(template) ? this.#site.print(template) : OTHER_PERMALINK,
        values: { ...placeholders, collection: this.#collection, type: singular(kind) },
        layout: isTruthy(layout) ? layout : this.#settings.get('layout'),
        variables: {
          collection_name: this.#collection,
          documents: documents.map(({ value }) => value),
          title,
        },
      },
      this.#generation,
    );
    this.#added.push(page.value);
  }

  #byDate(documents: readonly DocumentView[], from: number, to: number) {
    return this.#groups(documents, (each) => {
      const { epochMs, offset } = this.#dateOf(each);
      return [new Date(epochMs + offset * 1000).toISOString().slice(from, to)];
    });
  }

  #dateOf({ date }: DocumentView) {
    return date ?? this.#site.time;
  }

  /** In the order in which the documents bring them up; the newest first in each, the last path of one date. */
  #groups<Key extends Value>(
    documents: readonly DocumentView[],
    keysOf: (document: DocumentView) => readonly Key[],
  ) {
    const groups = groupBy(documents, keysOf);
    for (const found of groups.values()) found.sort((a, b) => this.#compare(b, a));
    return groups;
  }

  #compare(a: DocumentView, b: DocumentView): number {
    return (
      this.#dateOf(a).epochMs - this.#dateOf(b).epochMs || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)
    );
  }
}
