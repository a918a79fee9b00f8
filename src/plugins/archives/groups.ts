/** Documents in groups, one for each archive. */

import type { DocumentView } from '../../plugin/api/plugin.ts';
import { elements } from '../../plugin/api/values.ts';

/** Posts by their terms. */
export function byTerm(posts: readonly DocumentView[], key: string): Groups {
  return group(posts, (post) => elements(post.get(key)).map(String));
}

/** Posts by a part of their date as `2024-05-31` has it. */
export function byDate(posts: readonly DocumentView[], from: number, to: number): Groups {
  return group(posts, ({ date }) => {
    if (date === undefined) return [];
    return [new Date(date.epochMs + date.offset * 1000).toISOString().slice(from, to)];
  });
}

export type Groups = ReadonlyMap<string, readonly DocumentView[]>;

/** Groups in the order in which the posts, given by date, bring them up; the newest first in each. */
function group(posts: readonly DocumentView[], keysOf: (post: DocumentView) => readonly string[]): Groups {
  const groups = groupBy(posts, keysOf);
  const [first, last] = [posts[0]?.date?.epochMs ?? 0, posts.at(-1)?.date?.epochMs ?? 0];
  if (first < last) for (const found of groups.values()) found.reverse();
  return groups;
}

/** Documents by their keys, in the order in which they bring them up. */
export function groupBy<Key>(
  documents: readonly DocumentView[],
  keysOf: (document: DocumentView) => readonly Key[],
): Map<Key, DocumentView[]> {
  const groups = new Map<Key, DocumentView[]>();
  for (const document of documents) {
    for (const key of keysOf(document)) {
      const found = groups.get(key);
      if (found === undefined) groups.set(key, [document]);
      else found.push(document);
    }
  }
  return groups;
}
