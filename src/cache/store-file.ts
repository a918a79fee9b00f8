/** The store of results in the cache folder: one file, replaced as a whole. One of another version is an empty store. */

import { fingerprint } from '../base/hash.ts';
import { readSealed } from '../files/sealed.ts';
import { Store } from '../graph/store.ts';
import type { WriteFs } from '../ports/fs.ts';
import type { Packer } from '../ports/packer.ts';
import { removeOthers, writeSealed } from '../write/cache-folder.ts';
import { FORMAT, type PackedStore, packStore, unpackStore, type Written } from './packed-store.ts';

function nameOf(packer: Packer): string {
  return `${fingerprint(packer.version)}.bin`;
}

/** Which of the stores of a site: a folder of its own in the cache folder. */
export interface StorePlace {
  /** Absolute. */
  readonly cacheFolder: string;
  readonly name: string;
}

export function loadStore(fs: WriteFs, { cacheFolder, name }: StorePlace, packer: Packer): Store {
  const body = readSealed(fs, cacheFolder, `${name}/${nameOf(packer)}`);
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
  place: StorePlace,
  packer: Packer,
  { data }: Store,
  written: Written,
): void {
  const file = nameOf(packer);
  // what other versions have left goes with it
  if (writeSealed(fs, place.cacheFolder, `${place.name}/${file}`, packer.pack(packStore(data, written))))
    removeOthers(fs, place.cacheFolder, place.name, '.bin', new Set([file]));
}

/** What can be read was written by `saveStore`: the shape says only whether the program is the same. */
function isPackedStore(data: unknown): data is PackedStore {
  return typeof data === 'object' && data !== null && (data as Partial<PackedStore>).format === FORMAT;
}
