/** `hastie build`: reads everything, writes the destination, and keeps its results for the next process. */

import type { ResultCache } from '../../cache/disk-cache.ts';
import type { Store } from '../../graph/store.ts';
import type { Config } from '../../model/config.ts';
import type { WriteResult } from '../../write/write.ts';
import type { BuildRun } from '../build-run.ts';
import type { Joined, Written } from '../build-state.ts';
import type { BuildVariant } from '../variant.ts';
import { writeOutputs } from '../write-outputs.ts';
import { WholeBuild } from './whole-build.ts';

export class SingleBuild extends WholeBuild implements BuildVariant {
  readonly #cache: ResultCache;

  constructor(cache: ResultCache) {
    super();
    this.#cache = cache;
  }

  override recall(run: BuildRun, config: Config): Store {
    return this.#cache.recall(run.world.fs, config);
  }

  override recallStylesheets(run: BuildRun, config: Config): Store {
    return this.#cache.recallStylesheets(run.world.fs, config);
  }

  override keepStylesheets(run: BuildRun, config: Config, store: Store): void {
    this.#cache.keepStylesheets(run.world.fs, config, store);
  }

  write(run: BuildRun, build: Joined): Promise<WriteResult> {
    return writeOutputs(run, build);
  }

  keep(run: BuildRun, build: Written): void {
    const { config, outputs, counts, store, sass, rendering } = build;
    const { compiler } = sass;
    this.#cache.keep({
      fs: run.world.fs,
      ...{ config, outputs, counts, store },
      destination: build.destination.path,
      diagnostics: run.diagnostics,
      isRecorded: build.prefetched.size === 0 && build.resultKey !== undefined,
      ...{ recorder: run.recorder, time: run.time, nowMs: run.clock.now },
      compiler: build.hasStylesheets
        ? [
            {
              node: { kind: 'sassCompiler', setting: compiler ?? '' },
              fingerprint: run.world.sass.identify(compiler),
            },
          ]
        : [],
      keyOf(id) {
        const document = rendering.payloads.nodes.document(id);
        return document && rendering.site.routes.of(document).key;
      },
    });
  }
}
