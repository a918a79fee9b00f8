/**
 * Two threads at one site: the main one renders the documents from the first on, the other from the last, each claiming a
 * few at a time until they meet. What the other has made counts as the results of an earlier build: it is used where
 * every reading that it rests on is what the main thread would read, and made anew where not.
 */

import type { ReadFs } from '../base/fs.ts';
import { kindAt } from '../base/fs.ts';
import { isHash } from '../base/ruby/values.ts';
import type { StoreData } from '../graph/store.ts';
import type { Config } from '../model/config.ts';
import type { BuildFlags } from './build-site.ts';

/** Documents that are claimed at a time, by their rank. */
export const CHUNK = 64;

/** The main thread's end. */
export interface Assistant {
  /** False where the other thread has the chunk already. */
  claim(chunk: number): boolean;
  /** What the other thread has made of a chunk; waits for it. Undefined where nothing will come. */
  take(chunk: number): StoreData | undefined;
  end(): void;
}

/** The other thread's end. */
export interface Assistance {
  claim(chunk: number): boolean;
  give(chunk: number, results: StoreData): void;
}

/** Starts a thread that builds the same site. */
export type Crew = (flags: BuildFlags) => Assistant;

/** A thread warms up for a second, and reads the site once more: below so many documents it costs more than it gives. */
const WORTH_IT = 2000;
/** V8 compiles and collects beside the main thread: with two cores nothing is left for another one (ADR 0012). */
export const CORES_FOR_TWO = 4;

/** Whether there are so many files in the folders of collections that a second thread pays. */
export function isBig(fs: ReadFs, { source, values }: Config): boolean {
  const collections = values.get('collections');
  const labels = isHash(collections) ? [...collections.keys()] : ['posts'];
  const folder = values.get('collections_dir');
  const root = typeof folder === 'string' && folder !== '' ? `${source}/${folder}` : source;
  let count = 0;
  for (const label of labels) {
    const path = `${root}/_${String(label)}`;
    if (kindAt(fs, path) === 'folder') count += fs.list(path).length;
  }
  return count >= WORTH_IT;
}
