/** A page of the output as the checks see it: its elements, what they refer to, and the ids that can be linked to. */

import type { OutputKey } from '../base/paths.ts';
import { type Element, elementsOf } from './elements.ts';
import { type Reference, referencesOf } from './references.ts';

export interface Page {
  readonly key: OutputKey;
  /** The source path that it was made from, or the plugin that made it. */
  readonly from: string;
  /** From the site's root, without the baseurl: `/about/`. */
  readonly url: string;
  readonly html: string;
  readonly elements: readonly Element[];
  readonly references: readonly Reference[];
  /** Ids of elements, names of anchors. */
  readonly ids: ReadonlySet<string>;
  /** What `<base href>` says. */
  readonly base: string | undefined;
}

export function readPage(key: OutputKey, from: string, html: string): Page {
  const elements = [...elementsOf(html)];
  const ids = new Set<string>();
  let base: string | undefined;
  for (const { name, attributes } of elements) {
    for (const id of [attributes.get('id'), name === 'a' ? attributes.get('name') : undefined])
      if (id !== undefined) ids.add(id);
    if (name === 'base') base ??= attributes.get('href');
  }
  const references = elements.flatMap(referencesOf);
  return { key, from, url: urlOfKey(key), html, elements, references, ids, base };
}

/** The address that visitors see: without `index.html`. */
export function urlOfKey(key: string): string {
  return `/${key.replace(/(^|\/)index\.html?$/, '$1')}`;
}
