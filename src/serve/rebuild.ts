/**
 * The one door from the server to the pipeline: changes go in, the whole result comes out. Whether a build looks at
 * everything or at what changed alone is decided behind it.
 */

import { expandPath } from '../base/paths.ts';
import { fingerprintValue } from '../graph/fingerprint-value.ts';
import type { Config } from '../model/config.ts';
import type { Output } from '../model/output.ts';
import { type BuildFlags, buildSite, type SiteResult, type World } from '../pipeline/build-site.ts';
import type { Clock } from '../ports/clock.ts';
import { createLiveSite } from '../preview/live-site.ts';
import { readOneAgain } from '../preview/read-again.ts';
import { createReadRecord } from '../preview/read-record.ts';
import { createStylesheetKeeper } from '../preview/stylesheet-keeper.ts';
import { putAll, type Written } from '../write/update-outputs.ts';
import type { Change } from './watch/snapshot.ts';
import { createWatchScope, type WatchScope } from './watch/watch-scope.ts';

export interface Rebuilt {
  readonly result: SiteResult;
  /** What is to be watched from now on. */
  readonly scope: WatchScope;
}

export interface Rebuilder {
  /**
   * `changes` are all files that have changed since the last call; undefined for the first one, none where a person asks. `rendered` is told the
   * outputs as soon as there are any, before they are on disk.
   */
  rebuild(
    changes: readonly Change[] | undefined,
    rendered: (outputs: readonly Output[], config: Config) => void,
  ): Promise<Rebuilt>;
  close(): void;
}

/** So many changed files are looked at one by one before the build. */
const FEW = 3;

/** `newClock` gives the clock of one build: posts of the future become posts of the past while a preview runs. */
export function createRebuilder(world: World, newClock: () => Clock, flags: BuildFlags): Rebuilder {
  const stylesheets = createStylesheetKeeper();
  const live = createLiveSite();
  const record = createReadRecord(world.fs);
  const reads = new Set<string>();
  let config: Config | undefined;
  let scope: WatchScope | undefined;

  /** What was not read again is what it was; with nothing new the scope is the same. */
  const scopeOf = (current: Config, fresh: ReadonlySet<string>): WatchScope => {
    const known = reads.size;
    for (const path of fresh) reads.add(path);
    const isSame =
      config !== undefined && fingerprintValue(config.values) === fingerprintValue(current.values);
    if (scope === undefined || reads.size > known || !isSame)
      scope = createWatchScope(current, [...reads, ...configPaths(flags)]);
    config = current;
    return scope;
  };

  const put = (outputs: readonly Output[], { folder }: Written): boolean =>
    config !== undefined && putAll(world.fs, config.destination, folder, outputs, world.processes);

  /** The pages whose text alone has changed are on disk before the build has begun. */
  const putAhead = (changes: readonly Change[], clock: Clock): readonly Output[] => {
    const { seen, written } = live;
    if (seen === undefined || written === undefined || config === undefined || changes.length > FEW)
      return [];
    const ahead: Output[] = [];
    for (const { path, kind } of changes) {
      const renewed =
        kind === 'changed' ? readOneAgain({ fs: world.fs, clock }, config, seen, path) : undefined;
      const output = renewed && seen.rerender(renewed);
      const before = output && written.outputs.get(output.key);
      // what was copied from a file can't be put back: the file is another one now
      if (output !== undefined && before !== undefined && 'text' in before) ahead.push(output);
    }
    return ahead.length > 0 && put(ahead, written) ? ahead : [];
  };
  /** A build with an error leaves the destination as it was. */
  const takeBack = (ahead: readonly Output[], before: Written | undefined): void => {
    const old = ahead.map(({ key }) => before?.outputs.get(key)).filter((output) => output !== undefined);
    if (old.length > 0 && before !== undefined) put(old, before);
  };

  return {
    async rebuild(changes, rendered) {
      const clock = newClock();
      const before = live.written;
      // a build that was asked for with nothing changed is to look at everything
      live.changes = changes?.length === 0 ? undefined : changes;
      const ahead = changes === undefined ? [] : putAhead(changes, clock);
      if (before !== undefined && ahead.length > 0) {
        const byKey = new Map(ahead.map((output) => [output.key, output]));
        live.written = { ...before, outputs: new Map([...before.outputs, ...byKey]) };
      }
      let isDone = false;
      try {
        const result = await buildSite(
          { ...world, fs: record.fs, clock, stylesheets, live, rendered },
          flags,
        );
        isDone = result.ok;
        return { result, scope: scopeOf(result.config, record.take()) };
      } finally {
        if (!isDone) {
          takeBack(ahead, before);
          live.written = before;
        }
      }
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
