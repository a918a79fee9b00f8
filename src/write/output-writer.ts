/** Writes one output: leaves an equal file alone, else makes a new one beside it and renames that into place. */

import { pathOfKey } from '../base/paths.ts';
import { stampOf } from '../graph/world-recorder.ts';
import type { Output } from '../model/output.ts';
import type { WriteFs } from '../ports/fs.ts';
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
    return equal(fs.readBytes(path), new TextEncoder().encode(output.text));
  }
  if (there.size !== output.size) return false;
  return (
    isSameMoment(there.mtimeMs, output.modifiedMs) || equal(fs.readBytes(path), fs.readBytes(output.copy))
  );
}

/**
 * Whether two equally large files have the same time for the reason that one is a copy of the other. A time with a fraction
 * of a second was given by the system on writing; a whole second is often a packager's stamp, the same on every file of
 * every version, and proves nothing. Times are kept to the microsecond when they are set.
 */
function isSameMoment(a: number, b: number): boolean {
  return Math.abs(a - b) < 0.01 && b % 1000 !== 0;
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
