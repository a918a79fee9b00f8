/** Files of the cache folder that carry their own fingerprint: one that is torn or was changed by others is as good as none. */

import { fingerprintBytes } from '../base/hash.ts';
import { folderOf } from '../base/paths.ts';
import { FsError, type ReadFs, type WriteFs } from '../ports/fs.ts';
import { makeFolders } from '../write/folders.ts';

/** The fingerprint of what follows it: a multiple of four, so that it can be taken where the bytes lie. */
const HEAD_LENGTH = 64;

/** What was written; undefined where nothing was, or not this. */
export function readSealed(fs: ReadFs, path: string): Uint8Array | undefined {
  try {
    if (fs.stat(path)?.kind !== 'file') return undefined;
    const whole = fs.readBytes(path);
    const body = whole.slice(HEAD_LENGTH);
    return headOf(body) === new TextDecoder().decode(whole.subarray(0, HEAD_LENGTH)) ? body : undefined;
  } catch (error) {
    if (error instanceof FsError) return undefined;
    throw error;
  }
}

/** Replaces the file as a whole. False where the folder can't be written to: then nothing is kept. */
export function writeSealed(fs: WriteFs, path: string, body: Uint8Array): boolean {
  const whole = new Uint8Array(HEAD_LENGTH + body.length);
  whole.set(new TextEncoder().encode(headOf(body)));
  whole.set(body, HEAD_LENGTH);
  try {
    makeFolders(fs, folderOf(path));
    fs.writeFile(`${path}.new`, whole);
    fs.rename(`${path}.new`, path);
    return true;
  } catch (error) {
    if (error instanceof FsError) return false;
    throw error;
  }
}

/** Removes files that end as `ending` does but those of `keep`, as far as that is possible. */
export function removeOthers(fs: WriteFs, folder: string, ending: string, keep: ReadonlySet<string>): void {
  try {
    for (const { name } of fs.list(folder))
      if (name.endsWith(ending) && !keep.has(name)) fs.removeFile(`${folder}/${name}`);
  } catch (error) {
    if (!(error instanceof FsError)) throw error;
  }
}

function headOf(body: Uint8Array): string {
  return `${body.length} ${fingerprintBytes(body)}`.padEnd(HEAD_LENGTH);
}
