/** Compares two states of the served site: the addresses whose content has changed. Pure. */

import { isSameContent } from '../../write/update-outputs.ts';
import { addressOf, type ServedSite } from '../served-site.ts';

/** Addresses of outputs that are new, gone or of other content; those `ignored` (by what they were made from) left out. */
export function changedAddresses(
  before: ServedSite,
  after: ServedSite,
  ignored: (from: string) => boolean = () => false,
): string[] {
  const changed: string[] = [];
  const hasMoved = before.baseurl !== after.baseurl;
  for (const [key, output] of after.outputs) {
    const old = before.outputs.get(key);
    // What a build has reused is the very same object.
    if (old === output && !hasMoved) continue;
    if ((hasMoved || !isSameContent(output, old)) && !ignored(output.from))
      changed.push(addressOf(after, key));
  }
  // The very same set of folders means the same keys.
  if (before.folders === after.folders && !hasMoved) return changed;
  for (const [key, output] of before.outputs) {
    if ((hasMoved || !after.outputs.has(key)) && !ignored(output.from)) changed.push(addressOf(before, key));
  }
  return changed;
}
