/** What builds keep in the cache folder for the next process: results of tasks, and what a build as a whole depends on. */

import type { OutputKey } from '../base/paths.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { packReadings, type Reading } from '../graph/readings.ts';
import { Store, type StoreData } from '../graph/store.ts';
import type { TimeRecorder } from '../graph/time-recorder.ts';
import type { WorldRecorder } from '../graph/world-recorder.ts';
import type { Config } from '../model/config.ts';
import type { Output } from '../model/output.ts';
import { FsError, type WriteFs } from '../ports/fs.ts';
import type { Packer } from '../ports/packer.ts';
import {
  type BuildAccount,
  type BuildIdentity,
  type OutputStamp,
  ownFolders,
  saveLastBuild,
  stampOutputs,
} from './last-build.ts';
import { isCached } from './result-key.ts';
import { loadStore, type StorePlace, saveStore } from './store-file.ts';

export interface BuildStart extends BuildIdentity {
  /** When the program began, by the system's clock: what times of files are compared with. */
  readonly startedMs: number;
}

export interface FinishedBuild {
  readonly fs: WriteFs;
  readonly config: Config;
  /** Absolute. */
  readonly destination: string;
  readonly outputs: readonly Output[];
  readonly counts: BuildAccount['counts'];
  readonly diagnostics: readonly Diagnostic[];
  readonly store: Store;
  /** Whether everything that the build looked at was recorded. */
  readonly isRecorded: boolean;
  readonly recorder: WorldRecorder;
  readonly time: TimeRecorder;
  readonly nowMs: number;
  /** The Sass compiler that was used, as a reading; empty if the site has no stylesheets. */
  readonly compiler: readonly Reading[];
  readonly keyOf: (id: string) => OutputKey | undefined;
}

/** Where a single build finds results and keeps its own. */
export interface ResultCache {
  recall(fs: WriteFs, config: Config): Store;
  /** Every file of the destination is there. */
  keep(build: FinishedBuild): void;
  /** Compiled stylesheets, which previews share. */
  recallStylesheets(fs: WriteFs, config: Config): Store;
  keepStylesheets(fs: WriteFs, config: Config, store: Store): void;
}

/** Of builds that keep nothing. */
export const noCache: ResultCache = {
  recall: () => new Store(),
  keep: () => {},
  recallStylesheets: () => new Store(),
  keepStylesheets: () => {},
};

export class DiskCache implements ResultCache {
  readonly #packer: Packer;
  readonly #start: BuildStart | undefined;
  #recalled: StoreData | undefined;
  #recalledStylesheets: StoreData | undefined;

  /** @param start identifies the build to the next one; undefined where none is to find that nothing has changed */
  constructor(packer: Packer, start: BuildStart | undefined) {
    this.#packer = packer;
    this.#start = start;
  }

  recall(fs: WriteFs, config: Config): Store {
    const store = this.#load(fs, config, 'results');
    this.#recalled = store.data;
    return store;
  }

  recallStylesheets(fs: WriteFs, config: Config): Store {
    const store = this.#load(fs, config, 'stylesheets');
    this.#recalledStylesheets = store.data;
    return store;
  }

  keepStylesheets(fs: WriteFs, config: Config, store: Store): void {
    if (!isCached(config) || store.data === this.#recalledStylesheets) return;
    this.#recalledStylesheets = store.data;
    const written = { destination: '', outputs: [], stamps: new Map(), keyOf: () => undefined };
    saveStore(fs, placeOf(config, 'stylesheets'), this.#packer, store, written);
  }

  #load(fs: WriteFs, config: Config, name: string): Store {
    return isCached(config) ? loadStore(fs, placeOf(config, name), this.#packer) : new Store();
  }

  /** What can't be kept costs the next build time. */
  keep(build: FinishedBuild): void {
    if (!isCached(build.config)) return;
    const isChanged = build.store.data !== this.#recalled;
    const readings = this.#readingsOf(build);
    if (!isChanged && readings === undefined) return;
    try {
      const stamped = stampOutputs(build.fs, build.destination, build.outputs);
      if (isChanged) this.#saveResults(build, stamped);
      if (readings !== undefined) this.#saveBuild(build, readings, stamped);
    } catch (error) {
      if (!(error instanceof FsError)) throw error;
    }
  }

  #readingsOf(build: FinishedBuild): readonly Reading[] | undefined {
    if (this.#start === undefined || !build.isRecorded) return undefined;
    const { config, destination, time, compiler, nowMs } = build;
    const own = ownFolders({ destination, cacheFolder: config.cacheFolder });
    const world = build.recorder.readings(this.#start.startedMs, own);
    return world && [...world, ...time.readings(nowMs), ...compiler];
  }

  #saveResults(build: FinishedBuild, stamped: readonly OutputStamp[]): void {
    const { fs, config, destination, outputs, keyOf, store } = build;
    const written = { destination, outputs, keyOf, stamps: new Map(stamped) };
    saveStore(fs, placeOf(config, 'results'), this.#packer, store, written);
  }

  #saveBuild(build: FinishedBuild, readings: readonly Reading[], outputs: readonly OutputStamp[]): void {
    const { startedMs: _, ...identity } = this.#start!;
    const { config, destination, counts, diagnostics, nowMs } = build;
    const { source, cacheFolder, timeZone } = config;
    saveLastBuild(build.fs, {
      ...identity,
      ...{ source, cacheFolder, destination, counts, diagnostics, timeZone, nowMs, outputs },
      readings: packReadings(readings),
      timed: build.outputs.flatMap((output) =>
        'timed' in output && output.timed !== undefined ? [[output.key, output.timed] as const] : [],
      ),
    });
  }
}

function placeOf({ cacheFolder }: Config, name: string): StorePlace {
  return { cacheFolder, name };
}
