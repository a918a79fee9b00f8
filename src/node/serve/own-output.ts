/** Where the process writes its standard output and standard error. */

import { fstatSync } from 'node:fs';

/** Those of the two that are files on disk; a terminal, a pipe or a closed stream is none. */
export function ownOutput(): { readonly device: number; readonly inode: number }[] {
  return [1, 2].flatMap((stream) => {
    try {
      const found = fstatSync(stream);
      return found.isFile() ? [{ device: found.dev, inode: found.ino }] : [];
    } catch {
      return [];
    }
  });
}
