/** The files that the program's own output goes to (`nohup`, `> serve.log`): a line about a build must not cause the next one. */

import type { FileStat, ReadFs } from '../../ports/fs.ts';

/** What tells a file from all others, whatever its path. */
export type FileIdentity = Pick<FileStat, 'device' | 'inode'>;

/** The same files, but for `hidden`: `stat` finds nothing there. */
export function withoutFiles(fs: ReadFs, hidden: readonly FileIdentity[]): ReadFs {
  if (hidden.length === 0) return fs;
  const isHidden = ({ device, inode }: FileIdentity): boolean =>
    hidden.some((each) => each.device === device && each.inode === inode);
  return {
    ...fs,
    stat(path) {
      const found = fs.stat(path);
      return found !== undefined && isHidden(found) ? undefined : found;
    },
  };
}
