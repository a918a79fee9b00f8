/** Whose files lie in a destination. No name makes a folder ours, and no place: only what is known of it. */

import type { ReadFs } from '../ports/fs.ts';
import { type Destination, isVersionControl } from './destination.ts';
import { isSameFolder, readRecord, type Written } from './record.ts';
import { HEIR_NAME, isTemporary, LOCK_NAME } from './survey.ts';

/**
 * `recorded`: a record names the files that are ours, and all others are the owner's. `empty`: nothing lies there, or the
 * folder is not there. `unproven`: files lie there that no record speaks of.
 */
export type Ownership = 'recorded' | 'empty' | 'unproven';

export interface Holding {
  readonly ownership: Ownership;
  /** Keys of the files that Hastie made there. */
  readonly recorded: ReadonlySet<string>;
  /** As in the record. */
  readonly found: ReadonlySet<string>;
  /** Whether the folder itself is Hastie's, or will be because it is not there yet. */
  readonly isMade: boolean;
}

/**
 * What the destination holds now. Reads only. Throws `FsError`.
 * @param before what an earlier build of this process wrote: as good as a record where none is kept
 */
export function examineHolding(
  fs: ReadFs,
  { path, record }: Destination,
  keepFiles: readonly string[],
  before?: Written,
): Holding {
  const known = record && readRecord(fs, record, path);
  if (known !== undefined) {
    const { keys, found, isMade } = known;
    return { ownership: 'recorded', recorded: keys, found, isMade };
  }
  const found: ReadonlySet<string> = new Set();
  if (before !== undefined && isSameFolder(fs.linkStat(path), before.folder))
    return { ownership: 'recorded', recorded: new Set(before.outputs.keys()), found, isMade: false };
  const isThere = fs.stat(path) !== undefined;
  const isNothing = (name: string) =>
    name === LOCK_NAME || name === HEIR_NAME || isTemporary(name) || isKept(name, keepFiles);
  const isEmpty = !isThere || fs.list(path).every(({ name }) => isNothing(name));
  return { ownership: isEmpty ? 'empty' : 'unproven', recorded: new Set(), found, isMade: !isThere };
}

/** Whether a key is under `keep_files`: as in Jekyll, whatever begins like one of them; and what version control keeps there. */
export function isKept(key: string, keepFiles: readonly string[]): boolean {
  return (
    keepFiles.some((kept) => key.startsWith(kept.replace(/^\/+/, '')) && kept !== '') ||
    isVersionControl(key.split('/', 1)[0]!)
  );
}
