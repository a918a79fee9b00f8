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
  const { args, world } = context;
  const start = world.clock.elapsed();
  const asksMore = ASKS_MORE.some((key) => args.overrides.has(key) || args.program.has(key));
  // under `--safe` the cache is not read
  if (args.overrides.get('safe') === true) return undefined;
  if (args.command !== 'build' || args.mistakes.length > 0 || asksMore) return undefined;
  const last = findLastBuild(context);
  const { fs, env, clock, sass } = world;
  if (last === undefined) return undefined;
  if (changeSince(last, { fs, env, nowMs: clock.now, identify: sass.identify }) !== undefined)
    return undefined;
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

function realFolder(fs: ReadFs, folder: string): string {
  try {
    return fs.realPath(folder);
  } catch (error) {
    if (error instanceof FsError) return folder;
    throw error;
  }
}

/** The memory of the last build of these words, wherever the configuration puts the cache. */
function findLastBuild({ args, world, workingFolder }: AgainContext): LastBuild | undefined {
  const home = world.env.get('HOME');
  const named = args.overrides.get('source');
  const folder = expandPath(typeof named === 'string' ? named : '.', workingFolder, home);
  const source = realFolder(world.fs, folder);
  const identity = { ...world.identity, workingFolder };
  for (const folder of cacheFolders(world.fs, source)) {
    const last = loadLastBuild(world.fs, folder, identity);
    if (last?.cacheFolder === folder && last.source === source) return last;
  }
  return undefined;
}

/**
 * Where the cache may be: the default, and what a line of `_config.yml` seems to say. That the configuration is what it was
 * then is among what the build has read, so a wrong guess costs nothing.
 */
function cacheFolders(fs: ReadFs, source: string): readonly string[] {
  const folders = [`${source}/.hastie-cache`];
  for (const name of ['_config.yml', '_config.yaml']) {
    const path = `${source}/${name}`;
    if (fs.stat(path)?.kind !== 'file') continue;
    const text = new TextDecoder().decode(fs.readBytes(path));
    const [, , folder] = /^cache_dir:[ \t]*(["']?)([^"'#\r\n]*?)\1[ \t]*(?:#.*)?$/m.exec(text) ?? [];
    if (folder !== undefined && folder !== '') folders.push(expandPath(folder, source));
  }
  return folders.filter((folder) => isWithin(source, folder));
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
