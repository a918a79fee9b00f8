/**
 * `hastie build` where nothing has changed since the last time: says so without loading what builds. It is a bundle of
 * its own, which the launcher asks first.
 */

import { expandPath, toOutputKey } from '../../base/paths.ts';
import {
  isTimely,
  isUpToDate,
  type LastBuild,
  loadLastBuild,
  saveLastBuild,
  stampOutputs,
} from '../../cache/last-build.ts';
import type { Output } from '../../model/output.ts';
import type { Clock } from '../../ports/clock.ts';
import { FsError, type ReadFs, type WriteFs } from '../../ports/fs.ts';
import type { Processes } from '../../ports/processes.ts';
import { createSources } from '../../render/wiring/sources.ts';
import { timeInZone } from '../../ruby/time/time-zone.ts';
import { textAt } from '../../ruby/time/timed-text.ts';
import { readRecord, recordPlace } from '../../write/record.ts';
import { putAll } from '../../write/update-outputs.ts';
import type { Context, Speaker } from '../context.ts';
import { reportBuild } from '../report/build-report.ts';

export interface AgainWorld {
  readonly fs: WriteFs;
  readonly clock: Clock;
  readonly env: Speaker['world']['env'];
  readonly processes: Processes;
  readonly sass: { identify(name: string | undefined): string };
  readonly identity: { readonly program: string; readonly words: readonly string[] };
}

export interface AgainContext extends Speaker, Pick<Context, 'interrupted'> {
  readonly world: AgainWorld;
}

/** Flags whose answer only a build can give. */
const ASKS_MORE = ['profile', 'verbose', 'watch', 'trace', 'help', 'version'] as const;

/** The exit status; undefined where there is something to build, or to complain about. */
export function runAgain(context: AgainContext): number | undefined {
  const { args, world, workingFolder } = context;
  const start = world.clock.elapsed();
  const asksMore = ASKS_MORE.some((key) => args.overrides.has(key) || args.program.has(key));
  // under `--safe` the cache is not read
  if (args.overrides.get('safe') === true) return undefined;
  if (args.command !== 'build' || args.mistakes.length > 0 || asksMore) return undefined;
  const named = args.overrides.get('source');
  const folder = expandPath(typeof named === 'string' ? named : '.', workingFolder, world.env.get('HOME'));
  const source = realFolder(world.fs, folder);
  if (source === undefined) return undefined;
  const last = loadLastBuild(world.fs, `${source}/.hastie-cache`, { ...world.identity, workingFolder });
  if (last?.source !== source || !isTimely(last, world.clock.now)) return undefined;
  if (!isUpToDate(last, world.fs, world.env, world.sass.identify)) return undefined;
  const written = refreshTimes(last, world);
  if (written === undefined) return undefined;
  const unchanged = last.outputs.map(([key]) => key).filter((key) => !written.includes(key));
  return reportBuild(
    context,
    {
      ok: true,
      ...last,
      diagnostics: [...args.remarks, ...last.diagnostics],
      write: { written, unchanged, removed: [] },
      ...{ stages: [], templates: [], rendered: [], reused: last.outputs.length, profiled: false },
      sources: createSources(world.fs, { source: last.source, files: [] }),
    },
    world.clock.elapsed() - start,
  );
}

function realFolder(fs: ReadFs, folder: string): string | undefined {
  try {
    return fs.realPath(folder);
  } catch (error) {
    if (error instanceof FsError) return undefined;
    throw error;
  }
}

/** Writes what names the time of the build; undefined where it can't, which a build will say better. */
function refreshTimes(last: LastBuild, { fs, clock, processes }: AgainWorld): readonly string[] | undefined {
  const { destination } = last;
  const [before, now] = [last.time.nowMs, clock.now].map((ms) => timeInZone(ms, last.timeZone));
  const outdated = last.timed.flatMap(([name, timed]): Output[] => {
    const key = toOutputKey(name);
    const text = textAt(timed, now!);
    return key === undefined || text === textAt(timed, before!) ? [] : [{ key, from: name, text }];
  });
  if (outdated.length === 0) return [];
  // only files that the record of this very folder names are written over
  const record = readRecord(fs, recordPlace(last.cacheFolder, destination), destination);
  if (record === undefined || !outdated.every(({ key }) => record.keys.has(key))) return undefined;
  if (!putAll(fs, destination, record.folder, outdated, processes)) return undefined;
  try {
    const fresh = new Map(stampOutputs(fs, destination, outdated));
    saveLastBuild(fs, {
      ...last,
      time: { ...last.time, nowMs: clock.now },
      outputs: last.outputs.map(([key, stamp]) => [key, fresh.get(key) ?? stamp]),
    });
    return outdated.map(({ key }) => key);
  } catch (error) {
    if (error instanceof FsError) return undefined;
    throw error;
  }
}
