/** The stylesheets of a build: taken while pages render, compiled beside them in a worker, joined before anything is written. */

import { sassCrashed, sassTooSlow } from '../base/catalogue/sass.ts';
import type { Clock } from '../base/clock.ts';
import { type Diagnostic, diagnose, type Place } from '../base/diagnostic.ts';
import type { WriteFs } from '../base/fs.ts';
import { mapName } from './css-shape.ts';
import { foldDeprecations } from './deprecations.ts';
import { createFolderTable, type FolderTable } from './folder-table.ts';
import type { Compiled, FromWorker, SassSite, StylesheetJob, Syntax, ToWorker } from './jobs.ts';
import { findPlaces } from './places.ts';
import { createRecords, type Records } from './record.ts';
import { rootsOf } from './workshop.ts';

export interface StylesheetPorts {
  /** Reads the sources' imports, writes below the cache folder alone. */
  readonly fs: WriteFs;
  readonly clock: Clock;
  readonly sass: SassPorts;
}

export interface SassPorts {
  /** Name and version of the compiler that would be taken, without loading it. */
  identify(name: string | undefined): string;
  /** Starts a worker that answers `ToWorker` with `FromWorker`; throws where it can't. */
  startThread(events: { message(message: unknown): void; broken(reason: string): void }): WorkerThread;
}

export interface WorkerThread {
  post(message: unknown): void;
  /** Handles what has come, then waits at most `limitMs`, the main thread at rest, for one more message. */
  receive(limitMs: number): void;
  end(): void;
}

export interface StylesheetOptions extends SassSite {
  /** Absolute; undefined where nothing is to be remembered (`--disable-disk-cache`). */
  readonly cacheFolder?: string;
  /** How long one stylesheet may show no sign of life, in milliseconds; 10,000 without it. */
  readonly limitMs?: number;
}

export interface StylesheetResult {
  readonly path: string;
  /** The text of the CSS file; undefined where there was an error. */
  readonly css?: string;
  /** To be written beside the CSS file, under this name. */
  readonly map?: { readonly name: string; readonly text: string };
  readonly diagnostics: readonly Diagnostic[];
  /** Whether it was taken from the cache. */
  readonly reused: boolean;
}

export interface JoinedStylesheets {
  /** In the order in which they were added. */
  readonly sheets: readonly StylesheetResult[];
  /** Those of all sheets, and what concerns them as a whole: load paths, deprecated uses folded into one line. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface Stylesheets {
  /** Starts the compiler if one of these stylesheets, by their paths, will need it; call it as soon as they are known. */
  prepare(paths: readonly string[]): void;
  /** Takes a stylesheet whose Liquid is rendered; its compilation starts at once where the cache has no result. */
  add(job: StylesheetJob & { readonly path: string }): void;
  /** Compiles the text of a `scssify` or `sassify` filter while the caller waits. `css` is undefined where there was an error. */
  compileStringSync(
    text: string,
    syntax: Syntax,
  ): { readonly css?: string; readonly diagnostics: readonly Diagnostic[] };
  /** The results of all that was added since the last join. */
  join(): Promise<JoinedStylesheets>;
  /** Ends the worker; what is still to be compiled is given up. */
  close(): void;
}

interface Pending {
  readonly job: StylesheetJob;
  readonly finish: (compiled: Compiled) => void;
}

const LIMIT_MS = 10_000;

export function createStylesheets(ports: StylesheetPorts, options: StylesheetOptions): Stylesheets {
  const { source, theme } = rootsOf(options);
  const roots = theme === undefined ? [source] : [source, theme];
  const limitMs = options.limitMs ?? LIMIT_MS;
  const pending = new Map<number, Pending>();
  const waiting = { wake: () => {} };
  let compilerName = options.settings.compiler;
  let round: Round | undefined;
  let thread: WorkerThread | undefined;
  let stale = false;
  let serial = 0;
  let heard = 0;
  let reading: string | undefined;

  const settle = (id: number, compiled: Compiled): void => {
    const found = pending.get(id);
    pending.delete(id);
    reading = undefined;
    found?.finish(compiled);
  };
  const failFirst = (make: (place: Place | undefined) => Diagnostic): void => {
    const [first] = pending;
    if (first === undefined) return;
    const [id, { job }] = first;
    const place = job.path === undefined ? undefined : { file: job.path, line: job.startLine, column: 1 };
    settle(id, { diagnostics: [make(place)], ...NOTHING_MORE });
  };

  const onMessage = (raw: unknown): void => {
    // The door: the worker is this program's own.
    const message = raw as FromWorker;
    heard = ports.clock.elapsed();
    if (message.kind === 'done') settle(message.id, message.compiled);
    else if (message.kind === 'reached') reading = message.file;
    else onBroken(message.reason);
    waiting.wake();
  };
  /** A native compiler that fails is replaced by the other one; where that fails too, it is the stylesheet's fault. */
  const onBroken = (reason: string): void => {
    stopThread();
    const broken = ports.sass.identify(compilerName);
    if (broken.startsWith('sass-embedded') && options.settings.compiler === undefined) compilerName = 'sass';
    else failFirst((place) => diagnose(sassCrashed, { compiler: broken, reason }, { place }));
    resume();
    waiting.wake();
  };
  const stopThread = (): void => {
    thread?.end();
    thread = undefined;
  };
  const post = (message: ToWorker): void => thread?.post(message);
  const startThread = (): void => {
    if (thread !== undefined) {
      if (stale) post({ kind: 'refresh' });
    } else {
      heard = ports.clock.elapsed();
      thread = ports.sass.startThread({ message: onMessage, broken: onBroken });
      const settings =
        compilerName === undefined ? options.settings : { ...options.settings, compiler: compilerName };
      const site: SassSite = {
        source: options.source,
        settings,
        ...(options.theme && { theme: options.theme }),
      };
      post({ kind: 'setup', site });
    }
    stale = false;
  };
  /** Starts again with what is left. */
  const resume = (): void => {
    if (pending.size === 0) return;
    startThread();
    for (const [id, { job }] of pending) post({ kind: 'compile', id, job });
  };
  const compile = (job: StylesheetJob, finish: (compiled: Compiled) => void): void => {
    startThread();
    if (pending.size === 0) heard = ports.clock.elapsed();
    const id = serial++;
    pending.set(id, { job, finish });
    post({ kind: 'compile', id, job });
  };
  /** Gives up a stylesheet that shows no sign of life; returns how long the next one may be waited for. */
  const supervise = (): number => {
    const left = heard + limitMs - ports.clock.elapsed();
    if (left > 0) return left;
    const last = reading;
    stopThread();
    failFirst((place) => diagnose(sassTooSlow, { seconds: Math.round(limitMs / 1000), last }, { place }));
    resume();
    return limitMs;
  };

  const openRound = (): Round => {
    round ??= startRound(ports, options, roots, compilerName);
    return round;
  };

  return {
    prepare(paths) {
      if (thread !== undefined || paths.length === 0) return;
      const { records, table } = openRound();
      if (!paths.every((path) => records.importsUnchanged(path, table))) startThread();
    },
    add(job) {
      const { records, table, sheets } = openRound();
      const place = sheets.push(undefined) - 1;
      const known = records.find(job, table);
      const finish = (compiled: Compiled, reused: boolean): void => {
        sheets[place] = { path: job.path, compiled, reused };
      };
      if (known !== undefined) finish(known, true);
      else
        compile(job, (compiled) => {
          finish(compiled, false);
          if (compiled.css !== undefined) records.keep(job, compiled);
        });
    },
    compileStringSync(text, syntax) {
      const { records, table, strings } = openRound();
      const job: StylesheetJob = { text, syntax, startLine: 1 };
      let compiled = strings.get(`${syntax}\n${text}`) ?? records.find(job, table);
      if (compiled === undefined) {
        compile(job, (made) => {
          compiled = made;
          if (made.css !== undefined) records.keep(job, made);
        });
        while (compiled === undefined) {
          thread?.receive(Math.max(0, heard + limitMs - ports.clock.elapsed()));
          if (compiled === undefined) supervise();
        }
      }
      strings.set(`${syntax}\n${text}`, compiled);
      const { css, diagnostics } = compiled;
      return { ...(css === undefined ? {} : { css }), diagnostics };
    },
    async join() {
      while (pending.size > 0) {
        thread?.receive(0);
        if (pending.size === 0) break;
        const left = supervise();
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, left);
          waiting.wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      const ended = round;
      round = undefined;
      stale = true;
      return ended === undefined ? { sheets: [], diagnostics: [] } : conclude(ended);
    },
    close() {
      pending.clear();
      stopThread();
    },
  };
}

const NOTHING_MORE: Pick<Compiled, 'deprecations' | 'reads'> = {
  deprecations: { kinds: {}, omitted: 0 },
  reads: { files: [], lookups: [] },
};

/** What lives from the first stylesheet of a build to its join: the files are looked at once. */
interface Round {
  readonly table: FolderTable;
  readonly records: Records;
  readonly diagnostics: readonly Diagnostic[];
  readonly sheets: (
    | { readonly path: string; readonly compiled: Compiled; readonly reused: boolean }
    | undefined
  )[];
  readonly strings: Map<string, Compiled>;
}

function startRound(
  ports: StylesheetPorts,
  options: StylesheetOptions,
  roots: ReturnType<typeof findPlaces>['roots'],
  compilerName: string | undefined,
): Round {
  const { settings, cacheFolder } = options;
  const table = createFolderTable(ports.fs, roots);
  const [source, theme] = roots;
  if (source === undefined) throw new Error('there is always a source');
  const places = findPlaces(table, source, theme, settings);
  const search = places.search.map(({ root, path }) => `${root.name}/${path}`);
  const variant = JSON.stringify([ports.sass.identify(compilerName), settings, search]);
  return {
    table,
    records: createRecords(ports.fs, cacheFolder, roots, variant),
    diagnostics: places.diagnostics,
    sheets: [],
    strings: new Map(),
  };
}

function conclude({ sheets, strings, diagnostics }: Round): JoinedStylesheets {
  const results = sheets.flatMap((sheet): readonly StylesheetResult[] => {
    if (sheet === undefined) return [];
    const { path, compiled, reused } = sheet;
    const map = compiled.map === undefined ? undefined : { name: mapName(path), text: compiled.map };
    return [
      {
        path,
        ...(compiled.css === undefined ? {} : { css: compiled.css }),
        ...(map === undefined ? {} : { map }),
        diagnostics: compiled.diagnostics,
        reused,
      },
    ];
  });
  const all = [...sheets.flatMap((sheet) => sheet?.compiled ?? []), ...strings.values()];
  return {
    sheets: results,
    diagnostics: [
      ...diagnostics,
      ...results.flatMap((result) => result.diagnostics),
      ...foldDeprecations(all.map(({ deprecations }) => deprecations)),
    ],
  };
}
