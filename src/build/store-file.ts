/**
 * The store of results in the cache folder: one file, replaced as a whole. A file that is torn, changed by others or of
 * another version is an empty store: losing it costs time and nothing else.
 */

import { FsError, type WriteFs } from '../base/fs.ts';
import { fingerprint, fingerprintBytes } from '../base/hash.ts';
import type { Packer } from '../base/packer.ts';
import { createStore, type Store, type StoreData } from '../graph/store.ts';
import { makeFolders } from './folders.ts';

/** The fingerprint of what follows it: a multiple of four, so that it can be taken where the bytes lie. */
const HEAD_LENGTH = 64;

function pathOf(cacheFolder: string, packer: Packer): { readonly folder: string; readonly path: string } {
  const folder = `${cacheFolder}/results`;
  return { folder, path: `${folder}/${fingerprint(packer.version)}.bin` };
}

export function loadStore(fs: WriteFs, cacheFolder: string, packer: Packer): Store {
  try {
    const { path } = pathOf(cacheFolder, packer);
    if (fs.stat(path)?.kind !== 'file') return createStore();
    const whole = fs.readBytes(path);
    const body = whole.slice(HEAD_LENGTH);
    if (headOf(body) !== new TextDecoder().decode(whole.subarray(0, HEAD_LENGTH))) return createStore();
    const data = packer.unpack(body);
    return isStoreData(data) ? { data } : createStore();
  } catch {
    return createStore();
  }
}

/** A cache folder that can't be written to keeps nothing. */
export function saveStore(fs: WriteFs, cacheFolder: string, packer: Packer, { data }: Store): void {
  const { folder, path } = pathOf(cacheFolder, packer);
  const body = packer.pack(data);
  const whole = new Uint8Array(HEAD_LENGTH + body.length);
  whole.set(new TextEncoder().encode(headOf(body)));
  whole.set(body, HEAD_LENGTH);
  try {
    makeFolders(fs, folder);
    fs.writeFile(`${path}.new`, whole);
    fs.rename(`${path}.new`, path);
    // what other versions have left
    for (const { name } of fs.list(folder)) {
      if (`${folder}/${name}` !== path && name.endsWith('.bin')) fs.removeFile(`${folder}/${name}`);
    }
  } catch (error) {
    if (!(error instanceof FsError)) throw error;
  }
}

function headOf(body: Uint8Array): string {
  return `${body.length} ${fingerprintBytes(body)}`.padEnd(HEAD_LENGTH);
}

/** What carries its own fingerprint was written by `saveStore`: the shape tells only whether the program is the same. */
function isStoreData(data: unknown): data is StoreData {
  if (typeof data !== 'object' || data === null) return false;
  const { key, readings, tasks, files } = data as Partial<StoreData>;
  return typeof key === 'string' && Array.isArray(readings) && tasks instanceof Map && files instanceof Map;
}
