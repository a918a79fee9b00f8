/** What the stages up to rendering give to those that follow: one record a stage. */

import type { SourceText } from '../diagnostics/source-text.ts';
import type { SassSettings } from '../engines/sass/settings.ts';
import type { SheetDisk } from '../engines/sass/sheet-disk.ts';
import type { Stylesheets } from '../engines/sass/stylesheets.ts';
import type { Results } from '../graph/results.ts';
import type { Store } from '../graph/store.ts';
import type { Config } from '../model/config.ts';
import type { Inventory } from '../model/inventory.ts';
import type { Plugin } from '../plugin/api/plugin.ts';
import type { PluginPlaces } from '../plugin/host/plugin-places.ts';
import type { SourceFiles } from '../ports/source-files.ts';
import type { Destination } from '../write/destination.ts';
import type { SiteRecords } from './site-records.ts';

export interface Configured {
  readonly config: Config;
  /** The text of a file that a diagnostic names, for its frame. */
  readonly sources: (file: string) => SourceText | undefined;
  readonly files: SourceFiles;
}

/** `config` is now as the plugins leave it. */
export interface WithPlugins extends Configured {
  readonly plugins: readonly Plugin[];
  /** Fingerprints of the code of those that are not built in. */
  readonly pluginCode: ReadonlyMap<Plugin, string>;
  readonly pluginPlaces: PluginPlaces;
}

export interface Guarded extends WithPlugins {
  readonly destination: Destination;
}

export interface Recalled extends Guarded {
  readonly store: Store;
  /** What all results depend on; undefined where nobody knows, because a plugin may look at anything. */
  readonly resultKey: string | undefined;
}

export interface WithInventory extends Recalled {
  readonly inventory: Inventory;
  readonly records: SiteRecords;
}

export interface WithCompiler extends WithInventory {
  readonly stylesheets: Stylesheets;
  readonly sass: SassSettings;
  /** What stylesheets are made from. */
  readonly sheetDisk: SheetDisk;
  /** Where their results are kept. */
  readonly sheetStore: Store;
  readonly sheetResults: Results;
}

export interface Prefetched extends WithCompiler {
  /** What the plugins' `prefetch` gave, by name. */
  readonly prefetched: ReadonlyMap<string, unknown>;
}
