/** Compares two previews: the addresses at which something else is shown now. Pure. */

import { isSameContent } from '../../write/update-outputs.ts';
import { addressOf, type Preview } from '../preview.ts';

/** Addresses of outputs that are new, gone or of other content; those `ignored` (by what they were made from) left out. */
export function changedAddresses(
  before: Preview,
  after: Preview,
  ignored: (from: string) => boolean = () => false,
): string[] {
  const changed: string[] = [];
  const isMoved = before.baseurl !== after.baseurl;
  for (const [key, output] of after.outputs) {
    const old = before.outputs.get(key);
    // What a build has reused is the very same object.
    if (old === output && !isMoved) continue;
    if ((isMoved || !isSameContent(output, old)) && !ignored(output.from))
      changed.push(addressOf(after, key));
  }
  // The very same set of folders means the same keys.
  if (before.folders === after.folders && !isMoved) return changed;
  for (const [key, output] of before.outputs) {
    if ((isMoved || !after.outputs.has(key)) && !ignored(output.from)) changed.push(addressOf(before, key));
  }
  return changed;
}
