/** The store of results in the cache folder: one file, replaced as a whole. One of another version is an empty store. */

import { fingerprint } from '../base/hash.ts';
import { Store } from '../graph/store.ts';
import type { WriteFs } from '../ports/fs.ts';
import type { Packer } from '../ports/packer.ts';
import { FORMAT, type PackedStore, packStore, unpackStore, type Written } from './packed-store.ts';
import { readSealed, removeOthers, writeSealed } from './sealed-file.ts';

function nameOf(packer: Packer): string {
  return `${fingerprint(packer.version)}.bin`;
}

export function loadStore(fs: WriteFs, folder: string, packer: Packer): Store {
  const body = readSealed(fs, `${folder}/${nameOf(packer)}`);
  try {
    const data = body && packer.unpack(body);
    return isPackedStore(data) ? new Store(unpackStore(data, fs)) : new Store();
  } catch {
    return new Store();
  }
}

/** A cache folder that can't be written to keeps nothing. */
export function saveStore(
  fs: WriteFs,
  folder: string,
  packer: Packer,
  { data }: Store,
  written: Written,
): void {
  const name = nameOf(packer);
  // what other versions have left goes with it
  if (writeSealed(fs, `${folder}/${name}`, packer.pack(packStore(data, written))))
    removeOthers(fs, folder, '.bin', new Set([name]));
}

/** What carries its own fingerprint was written by `saveStore`: the shape tells only whether the program is the same. */
function isPackedStore(data: unknown): data is PackedStore {
  return typeof data === 'object' && data !== null && (data as Partial<PackedStore>).format === FORMAT;
}
