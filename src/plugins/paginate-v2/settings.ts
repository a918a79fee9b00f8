/** The settings under `pagination:` and `autopages:`, with their defaults. */

import { toHash, type Value } from '../../plugin/api/values.ts';

export type Settings = ReadonlyMap<Value, Value>;

export const PAGINATION: Settings = toHash({
  enabled: false,
  collection: 'posts',
  offset: 0,
  per_page: 10,
  permalink: '/page:num/',
  title: ':title - page :num',
  page_num: 1,
  sort_reverse: false,
  sort_field: 'date',
  limit: 0,
  trail: { before: 0, after: 0 },
  indexpage: null,
  extension: 'html',
  debug: false,
  legacy: false,
});

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
