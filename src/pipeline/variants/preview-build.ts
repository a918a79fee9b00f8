/**
 * The builds of a preview, one after the other in one process: what has not changed is not read, rendered or written again
 * (ADR 0011). What is kept is used only where it is known to be what a clean build would make.
 */

import type { ResultCache } from '../../cache/disk-cache.ts';
import type { StylesheetOptions, StylesheetPorts, Stylesheets } from '../../engines/sass/stylesheets.ts';
import type { Node } from '../../graph/nodes.ts';
import { Store } from '../../graph/store.ts';
import type { Config } from '../../model/config.ts';
import type { Inventory } from '../../model/inventory.ts';
import type { Output } from '../../model/output.ts';
import type { FetchedBranch, Plugin } from '../../plugin/api/plugin.ts';
import { readAgain, readingKey, type Snapshot } from '../../preview/read-again.ts';
import { StylesheetKeeper } from '../../preview/stylesheet-keeper.ts';
import { readSite } from '../../read/read-site.ts';
import type { FileChange } from '../../read/reread-site.ts';
import { identityOf, type Written as WrittenOutputs } from '../../write/record.ts';
import { updateOutputs } from '../../write/update-outputs.ts';
import type { WriteResult } from '../../write/write.ts';
import type { BuildRun } from '../build-run.ts';
import type { Joined, Written } from '../build-state.ts';
import { createSiteRecords, type SiteRecords } from '../site-records.ts';
import type { BuildVariant } from '../variant.ts';
import { writeOutputs } from '../write-outputs.ts';

/** Receives the outputs of a build without errors before they are on disk. */
export type ShowOutputs = (outputs: readonly Output[], config: Config) => void;

export class PreviewBuild implements BuildVariant {
  readonly locksTheme = true;
  readonly fetched = new Map<string, Promise<FetchedBranch>>();
  readonly #store = new Store();
  readonly #cache: ResultCache;
  #sheetStore: Store | undefined;
  readonly #compilers = new StylesheetKeeper();
  #records: (SiteRecords & { readonly key: string }) | undefined;
  #changes: readonly FileChange[] | undefined;
  #show: ShowOutputs = () => {};
  /** What the last build whose documents were all rendered had read. */
  #snapshot: Snapshot | undefined;
  /** What this build has read. */
  #reading: Snapshot | undefined;
  /** The ids of the documents that were read again; undefined where that may be any. */
  #rereadDocuments: ReadonlySet<string> | undefined;
  /** Documents that plugins made or changed in the last build: they may be others in this one. */
  #touchedBefore: ReadonlySet<string> = new Set();
  /** What the last write left in the destination; undefined where that is not certain. */
  #written: WrittenOutputs | undefined;

  /** @param cache keeps compiled stylesheets from one preview to the next */
  constructor(cache: ResultCache) {
    this.#cache = cache;
  }

  /**
   * Prepares the next build.
   * @param changes all files that have changed since the last one; undefined where that is not known
   */
  begin(changes: readonly FileChange[] | undefined, show: ShowOutputs): void {
    this.#changes = changes;
    this.#show = show;
  }

  close(): void {
    this.#compilers.close();
  }

  recall(): Store {
    return this.#store;
  }

  read({ fs, clock, time }: BuildRun, config: Config, plugins: readonly Plugin[]): Inventory {
    const key = readingKey(config, plugins);
    const before = this.#snapshot?.key === key ? this.#snapshot : undefined;
    this.#snapshot = undefined;
    if (this.#records?.key !== key)
      this.#records = {
        key,
        ...createSiteRecords((node, touched) => this.#isUnchanged(node, touched)),
      };
    const reread = before && this.#changes && readAgain({ fs, clock }, config, before, this.#changes);
    this.#rereadDocuments = reread?.documents;
    if (reread !== undefined && before !== undefined) {
      this.#reading = { ...before, inventory: reread.inventory };
      return reread.inventory;
    }
    const inventory = readSite(fs, clock, config, time);
    const { isMoment } = time;
    this.#reading = { key, inventory, isMoment, untilMs: time.bounds(clock.now).until };
    return inventory;
  }

  recallStylesheets(run: BuildRun, config: Config): Store {
    return (this.#sheetStore ??= this.#cache.recallStylesheets(run.world.fs, config));
  }

  keepStylesheets(run: BuildRun, config: Config, store: Store): void {
    this.#cache.keepStylesheets(run.world.fs, config, store);
  }

  openStylesheets(ports: StylesheetPorts, options: StylesheetOptions): Stylesheets {
    return this.#compilers.take(ports, options);
  }

  closeStylesheets(stylesheets: Stylesheets, isIdle: boolean): void {
    if (!isIdle) stylesheets.close();
  }

  records(): SiteRecords {
    return this.#records!;
  }

  /** Fields of documents that are the same records as in the last build, and have the same neighbours. */
  #isUnchanged(node: Node, touched: ReadonlySet<string>): boolean {
    if (node.kind !== 'documentField' || this.#rereadDocuments === undefined) return false;
    const { document } = node;
    return (
      !this.#rereadDocuments.has(document) && !this.#touchedBefore.has(document) && !touched.has(document)
    );
  }

  rendered(touched: ReadonlySet<string>, isReusable: boolean): void {
    this.#touchedBefore = touched;
    if (isReusable && this.#reading?.isMoment === false) this.#snapshot = this.#reading;
  }

  async write(run: BuildRun, build: Joined): Promise<WriteResult> {
    const { outputs, config, destination } = build;
    const { fs, processes } = run.world;
    this.#show(outputs, config);
    const before = this.#written;
    this.#written = undefined;
    const updated = before && updateOutputs(fs, destination.path, outputs, before, processes);
    return updated ?? (await writeOutputs(run, build, before));
  }

  keep(run: BuildRun, { outputs, destination }: Written): void {
    this.#written = {
      folder: identityOf(run.world.fs.stat(destination.path)),
      outputs: new Map(outputs.map((output) => [output.key, output])),
    };
  }
}
