/** The elements of a page with their attributes; not those within a `template`, which is a page of its own. */

import { tagsOf } from '../html/tags.ts';

export interface Element {
  /** In lower case. */
  readonly name: string;
  /** By names in lower case, references resolved; the first of a name counts. */
  readonly attributes: ReadonlyMap<string, string>;
}

export function* elementsOf(html: string): Generator<Element> {
  let templates = 0;
  for (const { isEnd, name, attributes } of tagsOf(html)) {
    if (isEnd) {
      if (name === 'template' && templates > 0) templates--;
      continue;
    }
    if (templates === 0) yield { name, attributes };
    if (name === 'template') templates++;
  }
}
