/** What differs between a build, a preview and `doctor`. There is one implementation for each of the three. */

import type { StylesheetOptions, StylesheetPorts, Stylesheets } from '../engines/sass/stylesheets.ts';
import type { Store } from '../graph/store.ts';
import type { Config } from '../model/config.ts';
import type { Inventory } from '../model/inventory.ts';
import type { FetchedBranch, Plugin } from '../plugin/api/plugin.ts';
import type { WriteResult } from '../write/write.ts';
import type { BuildRun } from './build-run.ts';
import type { Joined, Written } from './build-state.ts';
import type { SiteRecords } from './site-records.ts';

export interface BuildVariant {
  /** Whether the lock file is to say which bytes the theme is. */
  readonly locksTheme: boolean;
  /** Branches that plugins have had fetched, by name. */
  readonly fetched: Map<string, Promise<FetchedBranch>>;
  /** The results of earlier builds. */
  recall(run: BuildRun, config: Config): Store;
  /** Everything in the source, or what has changed of it. */
  read(run: BuildRun, config: Config, plugins: readonly Plugin[]): Inventory;
  /** Compiled stylesheets of earlier builds. */
  recallStylesheets(run: BuildRun, config: Config): Store;
  keepStylesheets(run: BuildRun, config: Config, store: Store): void;
  openStylesheets(ports: StylesheetPorts, options: StylesheetOptions): Stylesheets;
  /** @param isIdle whether nothing is left to compile */
  closeStylesheets(stylesheets: Stylesheets, isIdle: boolean): void;
  /** Called after `read`. */
  records(): SiteRecords;
  /** Every document was rendered. */
  rendered(touched: ReadonlySet<string>, isReusable: boolean): void;
  /** Takes the outputs of a build without errors; undefined where nothing is to be written. */
  write(run: BuildRun, build: Joined): Promise<WriteResult | undefined>;
  /** The destination is written without an error: what is to be known by the next build. */
  keep(run: BuildRun, build: Written): void;
}
