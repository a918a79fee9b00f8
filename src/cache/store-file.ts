/** The store of results in the cache folder: one file, replaced as a whole. One of another version is an empty store. */

import { fingerprint } from '../base/hash.ts';
import { readSealed, removeOthers, writeSealed } from '../files/cache-folder.ts';
import { createStore, type Store } from '../graph/store.ts';
import type { WriteFs } from '../ports/fs.ts';
import type { Packer } from '../ports/packer.ts';
import { type PackedStore, packStore, unpackStore, type Written } from './packed-store.ts';

const FOLDER = 'results';

function nameOf(packer: Packer): string {
  return `${fingerprint(packer.version)}.bin`;
}

export function loadStore(fs: WriteFs, cacheFolder: string, packer: Packer): Store {
  const body = readSealed(fs, cacheFolder, `${FOLDER}/${nameOf(packer)}`);
  try {
    const data = body && packer.unpack(body);
    return isPackedStore(data) ? createStore(unpackStore(data, fs)) : createStore();
  } catch {
    return createStore();
  }
}

/** A cache folder that can't be written to keeps nothing. */
export function saveStore(
  fs: WriteFs,
  cacheFolder: string,
  packer: Packer,
  { data }: Store,
  written: Written,
): void {
  const name = nameOf(packer);
  // what other versions have left goes with it
  if (writeSealed(fs, cacheFolder, `${FOLDER}/${name}`, packer.pack(packStore(data, written))))
    removeOthers(fs, cacheFolder, FOLDER, '.bin', new Set([name]));
}

/** What can be read was written by `saveStore`: the shape says only whether the program is the same. */
function isPackedStore(data: unknown): data is PackedStore {
  return typeof data === 'object' && data !== null && (data as Partial<PackedStore>).format === 3;
}
