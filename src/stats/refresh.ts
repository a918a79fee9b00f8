/** `hastie stats`: fetches from one source after the other, and writes the first numbers that are plausible. */

import { statsMessages } from '../diagnostics/catalogue/program/stats.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { Config } from '../model/config.ts';
import { readScholarData, type ScholarData } from '../model/scholar-data.ts';
import type { Settings } from '../model/settings/settings.ts';
import type { Clock } from '../ports/clock.ts';
import type { Env } from '../ports/env.ts';
import { FsError, type WriteFs } from '../ports/fs.ts';
import type { Http } from '../ports/http.ts';
import { strftime } from '../ruby/time/strftime.ts';
import { timeInZone } from '../ruby/time/time-zone.ts';
import type { RubyHash } from '../ruby/values.ts';
import { type AuthorIds, authorIds } from './author-ids.ts';
import { chooseSources } from './choose-sources.ts';
import { type FoundAuthor, SourceFailure } from './found-author.ts';
import { mergeAuthor } from './merge.ts';
import { implausibility } from './plausibility.ts';
import type { SourcePorts } from './request.ts';
import type { Source } from './sources.ts';
import { badgeData, readBadge, readStats, type StatsFiles, statsFiles, writeStats } from './stats-files.ts';

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
  /** Takes what a source gives although it is not plausible, and drops papers that it no longer lists. */
  readonly force: boolean;
  /** The sources to ask, in order; those of the configuration without it. */
  readonly sources?: readonly string[] | undefined;
  /** The Scholar id, where the configuration's is not meant. */
  readonly author?: string | undefined;
}

export interface StatsResult {
  /** False where no source could be tried, or nothing be written. */
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
  return await new Refresh(world, config, options).run();
}

class Refresh {
  readonly #world: StatsWorld;
  readonly #config: Config;
  readonly #options: StatsOptions;
  readonly #diagnostics: Diagnostic[] = [];
  readonly #files: StatsFiles;
  /** What the data file holds; undefined where there is none, or one that can't be read. */
  readonly #old: RubyHash | undefined;
  readonly #known: ScholarData | undefined;

  constructor(world: StatsWorld, config: Config, options: StatsOptions) {
    this.#world = world;
    this.#config = config;
    this.#options = options;
    this.#files = statsFiles(config.source, pathOf(config.settings));
    const old = readStats(world.fs, this.#files, config.source);
    if (old === undefined) return;
    if ('code' in old) this.#report(old);
    else {
      this.#old = old;
      this.#known = readScholarData(old);
    }
  }

  async run(): Promise<StatsResult> {
    const { env } = this.#world;
    const { author, sources } = this.#options;
    const { settings } = this.#config;
    const ids = authorIds(settings, (name) => env.get(name), author);
    if (Object.values(ids).every((id) => id === undefined)) {
      this.#report(diagnose(statsMessages.noAuthor, {}));
      return this.#result({ ok: false });
    }
    const ports = sourcePorts(this.#world);
    for (const source of chooseSources(settings, sources, (diagnostic) => this.#report(diagnostic))) {
      const found = await this.#fetch(source, ids, ports);
      if (found === undefined) continue;
      if (this.#mustKeepUnreadable()) break;
      return this.#replace(found, source, ids.scholar);
    }
    const updated = this.#known && (this.#known.updated ?? 'an earlier date');
    this.#report(diagnose(statsMessages.stale, { updated }));
    return this.#result({});
  }

  #report(diagnostic: Diagnostic): void {
    this.#diagnostics.push(diagnostic);
  }

  #result(rest: Partial<StatsResult>): StatsResult {
    return {
      ok: true,
      stale: true,
      from: undefined,
      data: this.#known,
      written: [],
      diagnostics: this.#diagnostics,
      ...rest,
    };
  }

  /** Undefined where the source gives nothing, or nothing that is plausible. */
  async #fetch(source: Source, ids: AuthorIds, ports: SourcePorts): Promise<FoundAuthor | undefined> {
    try {
      const found = await source.fetch(ids, ports);
      const reason = this.#options.force ? undefined : implausibility(found, this.#known);
      if (reason === undefined) return found;
      this.#report(diagnose(statsMessages.refused, { source: source.title, reason }));
    } catch (error) {
      if (!(error instanceof SourceFailure)) throw error;
      const row = error.skipped ? statsMessages.sourceSkipped : statsMessages.sourceFailed;
      this.#report(diagnose(row, { source: source.title, reason: error.message }));
    }
    return undefined;
  }

  /** A file that can't be read may hold what must not be lost. */
  #mustKeepUnreadable(): boolean {
    const { fs } = this.#world;
    return this.#old === undefined && !this.#options.force && fs.linkStat(this.#files.data) !== undefined;
  }

  #replace(found: FoundAuthor, { title }: Source, scholarId: string | undefined): StatsResult {
    const { fs, clock } = this.#world;
    const updated = strftime(timeInZone(clock.now, this.#config.timeZone), '%Y-%m-%d %H:%M:%S.%6N');
    const dropMissing = this.#options.force;
    const merged = mergeAuthor(this.#old, found, { scholarId, updated, dropMissing });
    if (merged.kept > 0) this.#report(diagnose(statsMessages.kept, { count: merged.kept }));
    try {
      const badge = badgeData(readBadge(fs, this.#files), found.citations);
      writeStats(fs, this.#config.source, this.#files, merged.data, badge);
    } catch (error) {
      if (!(error instanceof FsError)) throw error;
      this.#report(diagnose(statsMessages.writeFailed, { path: error.path, reason: error.code }));
      return this.#result({ ok: false });
    }
    const { data, badge } = this.#files;
    return this.#result({
      stale: false,
      from: title,
      data: readScholarData(merged.data),
      written: [data, badge],
    });
  }
}

/** The citation folder, or its data file. */
function pathOf({ citations }: Settings): string {
  const { path } = citations;
  return typeof path === 'string' && path !== '' && !/(?:^|[\\/])\.\.(?:[\\/]|$)/.test(path) ? path : FOLDER;
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
