/** Writes one output: leaves an equal file alone, else makes a new one beside it and renames that into place. */

import { pathOfKey } from '../base/paths.ts';
import { stampOf } from '../graph/world-recorder.ts';
import type { Output } from '../model/output.ts';
import { attempt, type FileStat, type WriteFs } from '../ports/fs.ts';
import type { ConfinedFolder } from './confined-folder.ts';

export interface OutputWriter {
  /** True when the file was written, false when it was equal already. Throws `FsError`, and leaves no temporary file then. */
  put(output: Output): boolean;
}

/** `folder` is the destination, which must be there. */
export function createOutputWriter(fs: WriteFs, folder: ConfinedFolder): OutputWriter {
  return {
    put(output) {
      if (isUnchanged(fs, pathOfKey(folder.path, output.key), output)) return false;
      folder.replace(output.key, output);
      return true;
    },
  };
}

/** Whether the file at `path` is just what `output` would make of it. A link is not, whatever it leads to. */
export function isUnchanged(fs: WriteFs, path: string, output: Output): boolean {
  const there = fs.linkStat(path);
  if (there?.kind !== 'file') return false;
  if ('text' in output) {
    if (output.kept !== undefined && output.kept === stampOf(there)) return true;
    // UTF-8 takes one to three bytes for a UTF-16 unit.
    if (there.size < output.text.length || there.size > output.text.length * 3) return false;
    return holds(fs, path, () => new TextEncoder().encode(output.text));
  }
  if (there.size !== output.size) return false;
  return isCopy(there, output) || holds(fs, path, () => fs.readBytes(output.copy));
}

/** Whether the file at `path` has this content. One that can't be read can still be replaced. */
function holds(fs: WriteFs, path: string, content: () => Uint8Array): boolean {
  let there: Uint8Array | undefined;
  attempt(() => {
    there = fs.readBytes(path);
  });
  return there !== undefined && equal(there, content());
}

/** Times of files advance in steps of up to ten milliseconds. */
const STEP_MS = 20;

/**
 * Whether an equally large file has the time of another for the reason that it is a copy of it. A time with a fraction of a
 * second was given by the system on writing; a whole second is often a packager's stamp, the same on every file of every
 * version, and proves nothing. Times are kept to the microsecond when they are set. A file that was changed after it was
 * copied, and given its old time again, still has a later time of change.
 */
function isCopy(
  there: FileStat,
  { modifiedMs, changedMs }: { readonly modifiedMs: number; readonly changedMs: number },
): boolean {
  const isSameMoment = Math.abs(there.mtimeMs - modifiedMs) < 0.01 && modifiedMs % 1000 !== 0;
  return isSameMoment && changedMs + STEP_MS < there.ctimeMs;
}

/** Compares four bytes at a time where both begin on a word: most of an unchanged site's writing is this. */
function equal(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let start = 0;
  if (a.byteOffset % 4 === 0 && b.byteOffset % 4 === 0) {
    const words = a.length >> 2;
    const left = new Uint32Array(a.buffer, a.byteOffset, words);
    const right = new Uint32Array(b.buffer, b.byteOffset, words);
    for (let i = 0; i < words; i++) if (left[i] !== right[i]) return false;
    start = words * 4;
  }
  for (let i = start; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
