/** The settings under `pagination:` and `autopages:`, with their defaults. */

import type { SettingTable } from '../../plugin/api/plugin.ts';
import { toHash, type Value } from '../../plugin/api/values.ts';

export type Settings = ReadonlyMap<Value, Value>;

const flag = (doc: string) => ({ type: 'boolean', default: false, doc }) as const;
const text = (value: string | null, doc: string) => ({ type: 'string', default: value, doc }) as const;
const whole = (value: number, doc: string) => ({ type: 'integer', default: value, doc }) as const;

export const paginationTable: SettingTable = {
  enabled: flag('Whether pages are paginated.'),
  collection: {
    type: ['string', 'list'],
    default: 'posts',
    doc: 'The collections that are listed; all for each of them.',
  },
  offset: whole(0, 'How many documents are skipped at the start.'),
  per_page: whole(10, 'How many documents a page lists.'),
  permalink: text('/page:num/', 'The addresses of the pages after the first.'),
  title: text(':title - page :num', 'The titles of the pages after the first.'),
  page_num: whole(1, 'Accepted without effect: the number of the first page.'),
  sort_reverse: flag('Turns the order round.'),
  sort_field: text('date', 'The field that documents are ordered by.'),
  limit: whole(0, 'How many pages there are at most; 0 for no limit.'),
  trail: {
    type: 'hash',
    default: toHash({ before: 0, after: 0 }),
    keys: { before: whole(0, 'How many before the page.'), after: whole(0, 'How many after it.') },
    doc: 'How many pages are linked on either side of a page.',
  },
  indexpage: text(null, 'The name of the files of pages.'),
  extension: text('html', 'Their extension.'),
  debug: flag('Accepted without effect.'),
  legacy: flag('Accepted without effect.'),
};

export const PAGINATION: Settings = new Map(
  Object.entries(paginationTable).map(([key, row]) => [key, row.default]),
);

const autopage = (layout: string, title: string, permalink: string) => ({
  layouts: [layout],
  title,
  permalink,
  enabled: true,
  slugify: { mode: 'none', cased: false },
});

export const AUTOPAGES: Settings = toHash({
  enabled: false,
  tags: autopage('autopage_tags.html', 'Posts tagged with :tag', '/tag/:tag'),
  categories: autopage('autopage_category.html', 'Posts in category :cat', '/category/:cat'),
  collections: autopage('autopage_collection.html', 'Posts in collection :coll', '/collection/:coll'),
});

/** Ruby's `to_i`. */
export function toInteger(value: Value): number {
  const whole = Number.parseInt(String(value ?? ''), 10);
  return Number.isNaN(whole) ? 0 : whole;
}
