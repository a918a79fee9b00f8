/** `hastie stats`: asks one source after the other, and writes the first answer that can be believed. */

import { nearest } from '../base/nearest.ts';
import { statsMessages } from '../diagnostics/catalogue/program/stats.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { placeAt } from '../diagnostics/source-text.ts';
import { JsonMistake, parseJson } from '../files/json-text.ts';
import type { Config } from '../model/config.ts';
import { readScholarData, type ScholarData } from '../model/scholar-data.ts';
import type { Clock } from '../ports/clock.ts';
import type { Env } from '../ports/env.ts';
import { FsError, type WriteFs } from '../ports/fs.ts';
import type { Http } from '../ports/http.ts';
import { strftime } from '../ruby/time/strftime.ts';
import { timeInZone } from '../ruby/time/time-zone.ts';
import { isArray, isHash, type RubyHash, type Value } from '../ruby/values.ts';
import type { SourcePorts } from './ask.ts';
import { authorIds } from './author-ids.ts';
import { doubt } from './believe.ts';
import { type FoundAuthor, SourceFailure } from './found-author.ts';
import { mergeAuthor } from './merge.ts';
import { SOURCES, type Source } from './sources.ts';
import { badgeData, readStatsText, statsFiles, writeStats } from './stats-files.ts';

/** How long all sources together may take, in milliseconds. */
const LIMIT_MS = 60_000;
const FOLDER = 'google-scholar-stats';

export interface StatsWorld {
  readonly fs: WriteFs;
  readonly clock: Clock;
  readonly env: Env;
  readonly http: Http;
  readonly pause: (ms: number) => Promise<void>;
  readonly userAgent: string;
}

export interface StatsOptions {
  /** Takes what a source says whatever was known, and drops papers that it no longer lists. */
  readonly force: boolean;
  /** The sources to ask, in order; those of the configuration without it. */
  readonly sources?: readonly string[] | undefined;
  /** The Scholar id, where the configuration's is not meant. */
  readonly author?: string | undefined;
}

export interface StatsResult {
  /** False where nothing could even be tried. */
  readonly ok: boolean;
  /** Whether the numbers that are there are those of an earlier day. */
  readonly stale: boolean;
  /** The title of the source that the new numbers are from. */
  readonly from: string | undefined;
  /** What the files say now. */
  readonly data: ScholarData | undefined;
  /** Absolute, where they were written. */
  readonly written: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

export async function refreshStats(
  world: StatsWorld,
  config: Config,
  options: StatsOptions,
): Promise<StatsResult> {
  const diagnostics: Diagnostic[] = [];
  const tell = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const files = statsFiles(config.source, folderOf(config.values));
  const old = readOld(world.fs, files.data, config.source, tell);
  const known = old === undefined ? undefined : readScholarData(old);
  const ended = (rest: Partial<StatsResult>): StatsResult => ({
    ok: true,
    stale: true,
    from: undefined,
    data: known,
    written: [],
    diagnostics,
    ...rest,
  });

  const ids = authorIds(config.values, (name) => world.env.get(name), options.author);
  if (Object.values(ids).every((id) => id === undefined)) {
    tell(diagnose(statsMessages.noAuthor, {}));
    return ended({ ok: false });
  }
  const ports = sourcePorts(world);
  for (const source of chooseSources(config.values, options.sources, tell)) {
    const found = await askSource(source, ids, ports, tell);
    if (found === undefined) continue;
    const reason = options.force ? undefined : doubt(found, known);
    if (reason !== undefined) {
      tell(diagnose(statsMessages.refused, { source: source.title, reason }));
      continue;
    }
    // what can't be read must not be lost either
    if (old === undefined && !options.force && world.fs.linkStat(files.data) !== undefined) break;
    const zone = config.timeZone;
    const updated = strftime(timeInZone(world.clock.now, zone), '%Y-%m-%d %H:%M:%S.%6N');
    const merged = mergeAuthor(old, found, { scholarId: ids.scholar, updated, dropMissing: options.force });
    if (merged.kept > 0) tell(diagnose(statsMessages.kept, { count: merged.kept }));
    const failed = write(world.fs, config.source, files, merged.data, found.citations);
    if (failed !== undefined) {
      tell(diagnose(statsMessages.writeFailed, failed));
      return ended({ ok: false });
    }
    const data = readScholarData(merged.data);
    return ended({ stale: false, from: source.title, data, written: [files.data, files.badge] });
  }
  tell(diagnose(statsMessages.stale, { updated: known && (known.updated ?? 'an earlier date') }));
  return ended({});
}

function folderOf(values: RubyHash): string {
  const setting = values.get('citations');
  const path = isHash(setting) ? setting.get('path') : undefined;
  return typeof path === 'string' && path !== '' && !/(?:^|[\\/])\.\.(?:[\\/]|$)/.test(path) ? path : FOLDER;
}

function readOld(
  fs: WriteFs,
  path: string,
  folder: string,
  tell: (diagnostic: Diagnostic) => void,
): RubyHash | undefined {
  const file = path.slice(folder.length + 1);
  if (fs.linkStat(path)?.kind === 'link')
    tell(
      diagnose(statsMessages.badFile, { reason: 'it is a link' }, { place: { file, line: 1, column: 1 } }),
    );
  const text = readStatsText(fs, path);
  if (text === undefined) return undefined;
  try {
    const value = parseJson(text);
    if (isHash(value)) return value;
    tell(
      diagnose(
        statsMessages.badFile,
        { reason: 'it has an unexpected structure' },
        { place: { file, line: 1, column: 1 } },
      ),
    );
  } catch (error) {
    if (!(error instanceof JsonMistake)) throw error;
    const place = placeAt({ file, text }, error.offset);
    tell(diagnose(statsMessages.badFile, { reason: error.message }, { place }));
  }
  return undefined;
}

function chooseSources(
  values: RubyHash,
  typed: readonly string[] | undefined,
  tell: (diagnostic: Diagnostic) => void,
): readonly Source[] {
  const setting = values.get('citations');
  const configured: Value = isHash(setting) ? setting.get('sources') : undefined;
  const names = typed ?? (isArray(configured) ? configured.map(String) : undefined);
  if (names === undefined) return SOURCES;
  const known = SOURCES.map(({ name }) => name);
  return names.flatMap((name) => {
    const source = SOURCES.find((each) => each.name === name.trim().toLowerCase().replaceAll('-', '_'));
    if (source === undefined)
      tell(
        diagnose(statsMessages.unknownSource, { source: name, nearest: nearest(name, known), names: known }),
      );
    return source ?? [];
  });
}

function sourcePorts({ http, env, pause, userAgent }: StatsWorld): SourcePorts {
  return {
    http,
    signal: AbortSignal.timeout(LIMIT_MS),
    environment: (name) => env.get(name),
    pause,
    userAgent,
  };
}

async function askSource(
  source: Source,
  ids: Parameters<Source['ask']>[0],
  ports: SourcePorts,
  tell: (diagnostic: Diagnostic) => void,
): Promise<FoundAuthor | undefined> {
  try {
    return await source.ask(ids, ports);
  } catch (error) {
    if (!(error instanceof SourceFailure)) throw error;
    const row = error.skipped ? statsMessages.sourceSkipped : statsMessages.sourceFailed;
    tell(diagnose(row, { source: source.title, reason: error.message }));
    return undefined;
  }
}

function write(
  fs: WriteFs,
  source: string,
  files: { readonly data: string; readonly badge: string },
  data: RubyHash,
  citations: number,
): { path: string; reason: string } | undefined {
  try {
    const text = readStatsText(fs, files.badge);
    writeStats(
      fs,
      source,
      files,
      data,
      badgeData(text === undefined ? undefined : tolerant(text), citations),
    );
    return undefined;
  } catch (error) {
    if (!(error instanceof FsError)) throw error;
    return { path: error.path, reason: error.code };
  }
}

/** A badge's file that can't be read is written anew. */
function tolerant(text: string): Value {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof JsonMistake) return undefined;
    throw error;
  }
}
