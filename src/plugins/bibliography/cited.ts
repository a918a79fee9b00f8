/** The entries that a page cites, in the order of their first citation: kept from its body to its layouts. */

import type { SourceFiles } from '../../plugin/api.ts';
import type { TagCall } from '../../plugin/tag.ts';
import { read } from '../../plugin/values.ts';

const pages = new WeakMap<SourceFiles, Map<string, string[]>>();

/** Live: citations add to it. */
export function citedKeys(call: TagCall): string[] {
  let byPage = pages.get(call.files);
  if (byPage === undefined) {
    byPage = new Map();
    pages.set(call.files, byPage);
  }
  const path = call.print(read(call.page, 'path'));
  let keys = byPage.get(path);
  if (keys === undefined) {
    keys = [];
    byPage.set(path, keys);
  }
  return keys;
}

/** The number of a citation, from 1. */
export function citationNumber(call: TagCall, key: string): number {
  const keys = citedKeys(call);
  if (!keys.includes(key)) keys.push(key);
  return keys.indexOf(key) + 1;
}
