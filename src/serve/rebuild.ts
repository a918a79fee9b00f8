/**
 * The one door from the server to the pipeline: changes go in, the whole result comes out. Whether a build looks at
 * everything or at what changed alone is decided behind it.
 */

import type { Clock } from '../base/clock.ts';
import { expandPath } from '../base/paths.ts';
import { type BuildFlags, buildSite, type SiteResult, type World } from '../build/build-site.ts';
import { createStylesheetKeeper } from '../build/stylesheet-keeper.ts';
import { createStore } from '../graph/store.ts';
import type { Config } from '../model/config.ts';
import type { Output } from '../model/output.ts';
import { createReadRecord } from './read-record.ts';
import type { Change } from './snapshot.ts';
import { createWatchScope, type WatchScope } from './watch-scope.ts';

export interface Rebuilt {
  readonly result: SiteResult;
  /** What is to be watched from now on. */
  readonly scope: WatchScope;
}

export interface Rebuilder {
  /**
   * `changes` are the files that have changed since the last call; undefined for the first one. `rendered` is told the
   * outputs as soon as there are any, before they are on disk.
   */
  rebuild(
    changes: readonly Change[] | undefined,
    rendered: (outputs: readonly Output[], config: Config) => void,
  ): Promise<Rebuilt>;
  close(): void;
}

/** `newClock` gives the clock of one build: posts of the future become posts of the past while a preview runs. */
export function createRebuilder(world: World, newClock: () => Clock, flags: BuildFlags): Rebuilder {
  const stylesheets = createStylesheetKeeper();
  const store = createStore();
  const record = createReadRecord(world.fs);
  return {
    async rebuild(_changes, rendered) {
      const result = await buildSite(
        { ...world, fs: record.fs, clock: newClock(), stylesheets, store, rendered },
        flags,
      );
      const configFiles = configPaths(flags);
      return { result, scope: createWatchScope(result.config, [...record.take(), ...configFiles]) };
    },
    close: stylesheets.close,
  };
}

/** The files of `--config`, which may not be there or not be readable yet. */
function configPaths({ overrides, workingFolder }: BuildFlags): string[] {
  const named = overrides.get('config');
  if (typeof named !== 'string') return [];
  return named.split(',').map((path) => expandPath(path, workingFolder));
}
