/** What a single build and `doctor` have in common: everything is read and made once. */

import {
  createStylesheets,
  type StylesheetOptions,
  type StylesheetPorts,
  type Stylesheets,
} from '../../engines/sass/stylesheets.ts';
import { Store } from '../../graph/store.ts';
import type { Config } from '../../model/config.ts';
import type { Inventory } from '../../model/inventory.ts';
import type { FetchedBranch } from '../../plugin/api/plugin.ts';
import { readSite } from '../../read/read-site.ts';
import type { BuildRun } from '../build-run.ts';
import { createSiteRecords, type SiteRecords } from '../site-records.ts';

export class WholeBuild {
  readonly locksTheme: boolean = true;
  readonly fetched = new Map<string, Promise<FetchedBranch>>();
  readonly #records = createSiteRecords(() => false);

  recall(_run: BuildRun, _config: Config): Store {
    return new Store();
  }

  recallStylesheets(_run: BuildRun, _config: Config): Store {
    return new Store();
  }

  keepStylesheets(_run: BuildRun, _config: Config, _store: Store): void {}

  read({ fs, clock, time }: BuildRun, config: Config): Inventory {
    return readSite(fs, clock, config, time);
  }

  openStylesheets(ports: StylesheetPorts, options: StylesheetOptions): Stylesheets {
    return createStylesheets(ports, options);
  }

  closeStylesheets(stylesheets: Stylesheets): void {
    stylesheets.close();
  }

  records(): SiteRecords {
    return this.#records;
  }

  rendered(): void {}
}
