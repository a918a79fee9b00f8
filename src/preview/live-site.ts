/**
 * What a preview keeps in memory from one build to the next, besides results: what was read, the records made of it, their
 * addresses, what was written. Each is used again only where it is known to be what a clean build would make.
 */

import { createStore, type Store } from '../graph/store.ts';
import type { TimeReads } from '../graph/time-trace.ts';
import type { Document } from '../model/document.ts';
import type { Inventory } from '../model/inventory.ts';
import type { Output } from '../model/output.ts';
import { createRouteMemory, type RouteMemory } from '../model/routes.ts';
import type { FetchedBranch } from '../plugin/api/plugin.ts';
import { type Copies, createCopies } from '../plugin/host/copies.ts';
import type { FileChange } from '../read/reread-site.ts';
import type { GatherMemory } from '../write/outputs.ts';
import type { Written } from '../write/update-outputs.ts';

/** Of the last build whose documents were rendered without a fault of the program. */
export interface Seen {
  /** The settings and plugins that it was built with. */
  readonly key: string;
  readonly inventory: Inventory;
  /** What reading made of the time. */
  readonly time: TimeReads;
  /** Documents that plugins made or changed: they may be others in the next build. */
  readonly unstable: ReadonlySet<string>;
  /** Makes one page anew, as it would be if its text alone had changed; undefined where more hangs on it. */
  readonly rerender: (document: Document) => Output | undefined;
}

export interface LiveSite {
  readonly store: Store;
  /** All files that have changed since the last build; undefined where that is not known. */
  changes: readonly FileChange[] | undefined;
  seen: Seen | undefined;
  /** Branches that plugins have had fetched, once for all builds. */
  readonly fetched: Map<string, Promise<FetchedBranch>>;
  /** What the last write left in the destination; undefined where that is not sure. */
  written: Written | undefined;
  /** Those of a configuration, emptied when it is another. */
  records(key: string): {
    readonly copies: Copies;
    readonly routes: RouteMemory;
    readonly gathered: GatherMemory;
  };
}

export function createLiveSite(): LiveSite {
  let known: (ReturnType<LiveSite['records']> & { readonly key: string }) | undefined;
  return {
    store: createStore(),
    changes: undefined,
    seen: undefined,
    fetched: new Map(),
    written: undefined,
    records(key) {
      if (known?.key !== key)
        known = { key, copies: createCopies(), routes: createRouteMemory(), gathered: { known: undefined } };
      return known;
    },
  };
}
