/** The entries that a page cites, in the order of their first citation: kept from its body to its layouts. */

import type { TagCall } from '../../plugin/api/tag.ts';
import { read } from '../../plugin/api/values.ts';

const SEPARATOR = '\n';

function nameOf(call: TagCall): string {
  return `jekyll-scholar cites in ${call.print(read(call.page, 'path'))}`;
}

export function citedKeys(call: TagCall): readonly string[] {
  return (call.kept.get(nameOf(call)) ?? '').split(SEPARATOR).filter((key) => key !== '');
}

export function forgetCited(call: TagCall): void {
  call.kept.set(nameOf(call), '');
}

/** The number of a citation, from 1. */
export function citationNumber(call: TagCall, key: string): number {
  const keys = citedKeys(call);
  const at = keys.indexOf(key);
  if (at >= 0) return at + 1;
  call.kept.set(nameOf(call), [...keys, key].join(SEPARATOR));
  return keys.length + 1;
}
