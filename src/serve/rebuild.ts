/** The server's way to the pipeline: changes go in, the whole result comes out. */

import { expandPath } from '../base/paths.ts';
import { noCache, type ResultCache } from '../cache/disk-cache.ts';
import { fingerprintValue } from '../graph/fingerprint-value.ts';
import type { Config } from '../model/config.ts';
import { buildSite } from '../pipeline/build-site.ts';
import type { SiteResult } from '../pipeline/site-result.ts';
import { PreviewBuild, type ShowOutputs } from '../pipeline/variants/preview-build.ts';
import type { BuildFlags, World } from '../pipeline/world.ts';
import type { Clock } from '../ports/clock.ts';
import type { Change } from './watch/snapshot.ts';
import { createWatchScope, type WatchScope } from './watch/watch-scope.ts';

export interface Rebuilt {
  readonly result: SiteResult;
  /** What is to be watched from now on. */
  readonly scope: WatchScope;
}

export interface Rebuilder {
  /**
   * @param changes all files that have changed since the last call; undefined for the first one, none where a person asks
   * @param show receives the outputs of a build without errors before they are on disk
   */
  rebuild(changes: readonly Change[] | undefined, show: ShowOutputs): Promise<Rebuilt>;
  close(): void;
}

/** @param newClock gives the clock of one build: posts of the future become posts of the past while a preview runs */
export function createRebuilder(
  world: World,
  newClock: () => Clock,
  flags: BuildFlags,
  cache: ResultCache = noCache,
): Rebuilder {
  const preview = new PreviewBuild(cache);
  const scopes = new Scopes(flags);
  return {
    async rebuild(changes, show) {
      // a build that was asked for with nothing changed reads everything
      preview.begin(changes?.length === 0 ? undefined : changes, show);
      const result = await buildSite({ ...world, clock: newClock() }, flags, preview);
      return { result, scope: scopes.after(result) };
    },
    close: () => preview.close(),
  };
}

/** What is to be watched, build after build. */
class Scopes {
  readonly #flags: BuildFlags;
  /** What was not read again is what it was. */
  readonly #filesRead = new Set<string>();
  #config: Config | undefined;
  #scope: WatchScope | undefined;

  constructor(flags: BuildFlags) {
    this.#flags = flags;
  }

  after({ config, filesRead }: SiteResult): WatchScope {
    const known = this.#filesRead.size;
    for (const path of filesRead) this.#filesRead.add(path);
    const isSame =
      this.#filesRead.size === known &&
      this.#config !== undefined &&
      fingerprintValue(this.#config.values) === fingerprintValue(config.values);
    this.#config = config;
    if (this.#scope === undefined || !isSame)
      this.#scope = createWatchScope(config, [...this.#filesRead, ...configPaths(this.#flags)]);
    return this.#scope;
  }
}

/** The files of `--config`, which may not be there or not be readable yet. */
function configPaths({ overrides, workingFolder }: BuildFlags): string[] {
  const named = overrides.get('config');
  if (typeof named !== 'string') return [];
  return named.split(',').map((path) => expandPath(path, workingFolder));
}
