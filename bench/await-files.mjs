// Waits until files on disk hold what they should: the clock of everything that is measured about serving.

import { readFileSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Resolves with the milliseconds from `since` until the first and until all of `files` (path and bytes) were seen to be
 * right; Infinity where that took longer than `limit`. They are looked at one after the other, once a millisecond: the last
 * one's moment is the same as if all were looked at always, and the server keeps the processor.
 */
export async function awaitFiles(files, since, limit) {
  let first = Number.POSITIVE_INFINITY;
  for (const [index, file] of files.entries()) {
    let seen = '';
    for (;;) {
      const stamp = stampOf(file.path);
      if (stamp !== seen) {
        seen = stamp;
        if (holds(file)) break;
      }
      if (performance.now() - since > limit) return { first, all: Number.POSITIVE_INFINITY, late: file.path };
      await sleep(1);
    }
    if (index === 0) first = performance.now() - since;
  }
  return { first, all: performance.now() - since };
}

function stampOf(path) {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? '' : `${stat.ino} ${stat.size} ${stat.mtimeNs}`;
}

function holds({ path, bytes }) {
  try {
    return readFileSync(path).equals(bytes);
  } catch {
    return false;
  }
}
