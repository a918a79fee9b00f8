/** Compares two previews: the addresses at which something else is shown now. Pure. */

import type { Output } from '../model/output.ts';
import { addressOf, type Preview } from './preview.ts';

/** Addresses of outputs that are new, gone or of other content; those `ignored` (by what they were made from) left out. */
export function changedAddresses(
  before: Preview,
  after: Preview,
  ignored: (from: string) => boolean = () => false,
): string[] {
  const changed: string[] = [];
  for (const [key, output] of after.outputs) {
    const old = before.outputs.get(key);
    if ((old === undefined || !isSame(old, output)) && !ignored(output.from))
      changed.push(addressOf(after, key));
  }
  for (const [key, output] of before.outputs) {
    if (!after.outputs.has(key) && !ignored(output.from)) changed.push(addressOf(before, key));
  }
  return changed;
}

function isSame(a: Output, b: Output): boolean {
  if ('text' in a) return 'text' in b && a.text === b.text;
  return !('text' in b) && a.copy === b.copy && a.size === b.size && a.modifiedMs === b.modifiedMs;
}
