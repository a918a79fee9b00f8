/**
 * The record of what Hastie made in a destination that is not `dist` or `_site`. It lies in the cache folder, so that
 * nothing but the site is in the destination; without it a folder is only taken for ours on other evidence (`write.ts`).
 */

import { FsError, type ReadFs, type WriteFs } from '../base/fs.ts';
import { fingerprint } from '../base/hash.ts';
import { folderOf } from '../base/paths.ts';
import { makeFolders } from './folders.ts';

/** Where the record of `destination` lies; both absolute. */
export function recordPath(cacheFolder: string, destination: string): string {
  return `${cacheFolder}/destinations/${fingerprint(destination)}.json`;
}

/** The keys that Hastie made there; undefined where there is no record, or none that can be understood. */
export function readRecord(fs: ReadFs, path: string, destination: string): ReadonlySet<string> | undefined {
  let text: string;
  try {
    text = new TextDecoder().decode(fs.readBytes(path));
  } catch (error) {
    if (error instanceof FsError) return undefined;
    throw error;
  }
  const parsed = parse(text);
  if (typeof parsed !== 'object' || parsed === null) return undefined;
  if (!('destination' in parsed) || parsed.destination !== destination) return undefined;
  if (!('keys' in parsed) || !Array.isArray(parsed.keys)) return undefined;
  return parsed.keys.every((key) => typeof key === 'string') ? new Set<string>(parsed.keys) : undefined;
}

/** Replaces the record as a whole. Throws `FsError`. */
export function writeRecord(fs: WriteFs, path: string, destination: string, keys: Iterable<string>): void {
  makeFolders(fs, folderOf(path));
  const temporary = `${path}.new`;
  fs.writeFile(temporary, `${JSON.stringify({ destination, keys: [...keys].sort() })}\n`);
  fs.rename(temporary, path);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
