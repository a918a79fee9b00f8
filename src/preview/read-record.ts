/** A file system that remembers what was read through it: whatever a build has read is worth watching. */

import type { WriteFs } from '../ports/fs.ts';

export interface ReadRecord {
  readonly fs: WriteFs;
  /** The absolute paths read since the last call. */
  take(): ReadonlySet<string>;
}

export function createReadRecord(fs: WriteFs): ReadRecord {
  let reads = new Set<string>();
  return {
    fs: {
      ...fs,
      readBytes(path) {
        reads.add(path);
        return fs.readBytes(path);
      },
      readHead(path, length) {
        reads.add(path);
        return fs.readHead(path, length);
      },
    },
    take() {
      const taken = reads;
      reads = new Set();
      return taken;
    },
  };
}
