/** Single builds as tests need them: without a cache, with one in memory, or with a compiler that outlives them. */

import { noCache, type ResultCache } from '../../src/cache/disk-cache.ts';
import type { StylesheetOptions, StylesheetPorts, Stylesheets } from '../../src/engines/sass/stylesheets.ts';
import { Store } from '../../src/graph/store.ts';
import { buildSite } from '../../src/pipeline/build-site.ts';
import type { SiteResult } from '../../src/pipeline/site-result.ts';
import { SingleBuild } from '../../src/pipeline/variants/single-build.ts';
import type { BuildFlags, World } from '../../src/pipeline/world.ts';
import type { StylesheetKeeper } from '../../src/preview/stylesheet-keeper.ts';

/** A build that neither finds nor leaves results. */
export async function buildOnce(world: World, flags: BuildFlags): Promise<SiteResult> {
  return await buildSite(world, flags, new SingleBuild(noCache));
}

/** Results in memory, for one build after the other. */
export class MemoryCache implements ResultCache {
  readonly #store = new Store();
  readonly #stylesheets = new Store();

  recall(): Store {
    return this.#store;
  }

  keep(): void {}

  recallStylesheets(): Store {
    return this.#stylesheets;
  }

  keepStylesheets(): void {}
}

export class SharedCompilerBuild extends SingleBuild {
  readonly #keeper: StylesheetKeeper;

  constructor(cache: ResultCache, keeper: StylesheetKeeper) {
    super(cache);
    this.#keeper = keeper;
  }

  override openStylesheets(ports: StylesheetPorts, options: StylesheetOptions): Stylesheets {
    return this.#keeper.take(ports, options);
  }

  override closeStylesheets(stylesheets: Stylesheets, isIdle?: boolean): void {
    if (isIdle !== true) stylesheets.close();
  }
}
