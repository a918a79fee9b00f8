/** The author of a page: the page's own, the first of several, or the site's; names are looked up in `site.data.authors`. */

import { elements, isHash, isTruthy, read, type Value } from '../../plugin/api/values.ts';

/** What is known of the author, by the names of the front matter; nothing where there is none. */
export interface Author {
  get(key: string): Value;
  /** The account without its `@`: the name where there is no other. */
  readonly twitter: string | undefined;
}

export function findAuthor(page: Value, site: Value): Author {
  const candidates = [read(page, 'author'), elements(read(page, 'authors'))[0], read(site, 'author')];
  const found = candidates.find((value) => value !== undefined && value !== null && value !== '');
  const facts = factsOf(found, site);
  const account = isTruthy(facts.get('twitter')) ? facts.get('twitter') : facts.get('name');
  return {
    get: (key) => facts.get(key),
    twitter: typeof account === 'string' ? account.replace(/^@/, '') : undefined,
  };
}

function factsOf(author: Value, site: Value): ReadonlyMap<Value, Value> {
  if (isHash(author)) return author;
  if (typeof author !== 'string') return new Map();
  const known = read(site, 'data', 'authors');
  const entry = isHash(known) ? known.get(author) : undefined;
  return new Map<Value, Value>([['name', author], ...(isHash(entry) ? entry : [])]);
}
