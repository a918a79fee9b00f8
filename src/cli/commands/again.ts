/**
 * `hastie build` where nothing has changed since the last time: says so without loading what builds. It is a bundle of
 * its own, which the launcher asks first.
 */

import { expandPath, isWithin, toOutputKey } from '../../base/paths.ts';
import {
  changeSince,
  type LastBuild,
  loadLastBuild,
  saveLastBuild,
  stampOutputs,
  wordsOfBuild,
} from '../../cache/last-build.ts';
import type { Output } from '../../model/output.ts';
import type { Clock } from '../../ports/clock.ts';
import { FsError, type ReadFs, realFolder, type WriteFs } from '../../ports/fs.ts';
import type { Processes } from '../../ports/processes.ts';
import { createSources } from '../../render/wiring/sources.ts';
import { timeInZone } from '../../ruby/time/time-zone.ts';
import { textAt } from '../../ruby/time/timed-text.ts';
import { readRecord, recordPlace } from '../../write/record.ts';
import { putAll } from '../../write/update-outputs.ts';
import { type Context, print, type ReportContext } from '../context.ts';
import { reportBuild } from '../report/build-report.ts';
import { whyBuiltText } from '../report/why.ts';

export interface AgainWorld {
  readonly fs: WriteFs;
  readonly clock: Clock;
  readonly env: ReportContext['world']['env'];
  readonly processes: Processes;
  readonly sass: { identify(name: string | undefined): string };
  readonly identity: { readonly program: string; readonly words: readonly string[] };
}

export interface AgainContext extends ReportContext, Pick<Context, 'interrupted'> {
  readonly world: AgainWorld;
}

/** Flags whose answer only a build can give. */
const ASKS_MORE = ['profile', 'verbose', 'watch', 'trace', 'help', 'version'] as const;

/** The exit status; undefined where there is something to build, or to complain about. */
export function runAgain(context: AgainContext): number | undefined {
  const { args, world } = context;
  const start = world.clock.elapsed();
  const asksMore = ASKS_MORE.some((key) => args.overrides.has(key) || args.program.has(key));
  // under `--safe` the cache is not read
  if (args.overrides.get('safe') === true) return undefined;
  if (args.command !== 'build' || args.mistakes.length > 0 || asksMore) return undefined;
  const last = findLastBuild(context);
  const { fs, env, clock, sass } = world;
  if (last === undefined) return undefined;
  const change = changeSince(last, { fs, env, nowMs: clock.now, identify: sass.identify });
  if (change !== undefined) {
    if (args.program.get('why') === true) print(context, whyBuiltText(change));
    return undefined;
  }
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

/** The memory of the last build of these words, wherever the configuration puts the cache. */
function findLastBuild({ args, world, workingFolder }: AgainContext): LastBuild | undefined {
  const home = world.env.get('HOME');
  const named = args.overrides.get('source');
  const source = realFolder(
    world.fs,
    expandPath(typeof named === 'string' ? named : '.', workingFolder, home),
  );
  const { program, words } = world.identity;
  const identity = { program, words: wordsOfBuild(words), workingFolder };
  const folder = expandPath(cacheFolderIn(world.fs, `${source}/_config.yml`) ?? '.hastie-cache', source);
  if (!isWithin(source, folder)) return undefined;
  const last = loadLastBuild(world.fs, folder, identity);
  return last?.cacheFolder === folder && last.source === source ? last : undefined;
}

/**
 * What a line of the configuration seems to say, without reading YAML. A wrong guess costs nothing: the configuration itself
 * is among what the build has read.
 */
function cacheFolderIn(fs: ReadFs, path: string): string | undefined {
  if (fs.stat(path)?.kind !== 'file') return undefined;
  const text = new TextDecoder().decode(fs.readBytes(path));
  const [, , folder] = /^cache_dir:[ \t]*(["']?)([^"'#\r\n]*?)\1[ \t]*(?:#.*)?$/m.exec(text) ?? [];
  return folder === '' ? undefined : folder;
}

/** Writes what names the time of the build; undefined where it can't, which a build will say better. */
function refreshTimes(last: LastBuild, { fs, clock, processes }: AgainWorld): readonly string[] | undefined {
  const { destination } = last;
  const [before, now] = [last.nowMs, clock.now].map((ms) => timeInZone(ms, last.timeZone));
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
      nowMs: clock.now,
      outputs: last.outputs.map(([key, stamp]) => [key, fresh.get(key) ?? stamp]),
    });
    return outdated.map(({ key }) => key);
  } catch (error) {
    if (error instanceof FsError) return undefined;
    throw error;
  }
}
