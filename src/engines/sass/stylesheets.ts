/** The stylesheets of a build: taken while pages render, compiled beside them or between turns, joined before anything is written. */

import type { Diagnostic, Place } from '../../diagnostics/diagnostic.ts';
import type { Clock } from '../../ports/clock.ts';
import { type ReadFs, realFolder } from '../../ports/fs.ts';
import { CompileQueue } from './compile/compile-queue.ts';
import { mapName } from './compile/css-shape.ts';
import { foldDeprecations } from './compile/deprecations.ts';
import { createFolderTable, type Root } from './imports/folder-table.ts';
import { findPlaces, rootsOf } from './imports/places.ts';
import type { Compiled, Reads, SassSite, StylesheetJob, Syntax } from './jobs.ts';
import type { SassPorts } from './ports.ts';
import { noSheetMemory, SheetDisk, type SheetMemory } from './sheet-disk.ts';

export interface StylesheetPorts {
  /** Reads what is imported. */
  readonly fs: ReadFs;
  readonly clock: Clock;
  readonly sass: SassPorts;
}

export interface StylesheetOptions extends SassSite {
  /** How long one stylesheet may show no sign of life, in milliseconds; 10,000 without it. */
  readonly limitMs?: number | undefined;
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
  /**
   * Starts a build: until its join, files are read through `fs`.
   * @param openMemory gives the results of earlier builds, which are compared with what is on disk now
   */
  begin(fs: ReadFs, openMemory?: (disk: SheetDisk) => SheetMemory): SheetDisk;
  /**
   * Starts the compiler if one of these stylesheets, by their paths, will need it; call it as soon as they are known.
   * `company` is how many documents are rendered meanwhile.
   */
  prepare(paths: readonly string[], company?: number): void;
  /** Takes a stylesheet whose Liquid is rendered; its compilation starts at once where the cache has no result. */
  add(job: StylesheetJob & { readonly path: string }): void;
  /** Compiles the text of a `scssify` or `sassify` filter while the caller waits. `css` is undefined where there was an error. */
  compileStringSync(text: string, syntax: Syntax, at?: Place): CompiledString;
  /** The results of all that was added since the last join. */
  join(): Promise<JoinedStylesheets>;
  /** Ends the worker; what is still to be compiled is given up. */
  close(): void;
}

export interface CompiledString {
  readonly css?: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly reads: Reads;
  /** Whether it uses deprecated features, which `join` reports for the whole build. */
  readonly isDeprecated: boolean;
}

const LIMIT_MS = 10_000;

/** From so many documents on their rendering takes longer than a worker needs to start: then a stylesheet is not to wait for it. */
const CROWD = 100;

/** One is good for many builds: between them the worker stays, so that `serve` compiles with a warm compiler. */
export function createStylesheets(ports: StylesheetPorts, options: StylesheetOptions): Stylesheets {
  const { settings } = options;
  // Roots are compared with paths whose links are resolved. A theme without a folder has no stylesheets.
  const source = realFolder(ports.fs, options.source);
  const theme = options.theme === undefined ? {} : { theme: realFolder(ports.fs, options.theme) };
  const site: SassSite = { source, settings, ...theme };
  const openQueue = (where: 'here' | 'beside') =>
    new CompileQueue(ports.sass, ports.clock, { site, limitMs: options.limitMs ?? LIMIT_MS, where });
  /** Who waits for a text's result can wait for a thread alone. */
  const beside = openQueue('beside');
  const here = openQueue('here');
  let queue: CompileQueue | undefined;
  let round: Round | undefined;
  const current = (): Round => (round ??= startRound(ports, site));
  const compile = (
    queue: CompileQueue,
    { disk, memory }: Round,
    job: StylesheetJob,
    finish: (compiled: Compiled) => void,
  ): void =>
    queue.add(job, (compiled) => {
      disk.visit(compiled.reads);
      if (compiled.css !== undefined) memory.keep(job, compiled);
      finish(compiled);
    });

  return {
    begin(fs, openMemory) {
      round = startRound({ ...ports, fs }, site, openMemory);
      return round.disk;
    },
    prepare(paths, company = 0) {
      if (!paths.some((path) => !current().memory.importsHold(path))) return;
      queue ??= company < CROWD ? here : beside;
      queue.start();
    },
    add(job) {
      const round = current();
      const index = round.sheets.push(undefined) - 1;
      const finish = (compiled: Compiled, reused: boolean): void => {
        round.sheets[index] = { path: job.path, compiled, reused };
      };
      const known = round.memory.find(job);
      if (known === undefined) compile((queue ??= here), round, job, (compiled) => finish(compiled, false));
      else finish(known, true);
    },
    compileStringSync(text, syntax, at) {
      const round = current();
      const job: StylesheetJob = { text, syntax, startLine: 1 };
      const key = `${syntax}\n${text}`;
      if (at !== undefined && !round.places.has(key)) round.places.set(key, at);
      const known = round.strings.get(key) ?? round.memory.find(job);
      if (known === undefined) compile(beside, round, job, (compiled) => round.strings.set(key, compiled));
      else round.strings.set(key, known);
      beside.waitFor(() => round.strings.has(key));
      const { css, diagnostics = [], reads = NO_READS, deprecations } = round.strings.get(key) ?? {};
      const isDeprecated =
        deprecations !== undefined &&
        (deprecations.omitted > 0 || Object.keys(deprecations.kinds).length > 0);
      return { ...(css === undefined ? {} : { css }), diagnostics, reads, isDeprecated };
    },
    async join() {
      await here.settled();
      await beside.settled();
      const ended = round;
      round = undefined;
      here.refresh();
      beside.refresh();
      return ended === undefined ? { sheets: [], diagnostics: [] } : conclude(ended);
    },
    close() {
      here.close();
      beside.close();
    },
  };
}

/** What lives from the first stylesheet of a build to its join: the files are looked at once. */
interface Round {
  readonly disk: SheetDisk;
  readonly memory: SheetMemory;
  readonly diagnostics: readonly Diagnostic[];
  /** Each undefined until it is compiled. */
  readonly sheets: (Finished | undefined)[];
  readonly strings: Map<string, Compiled>;
  /** Where each of these texts was first compiled. */
  readonly places: Map<string, Place>;
}

interface Finished {
  readonly path: string;
  readonly compiled: Compiled;
  readonly reused: boolean;
}

const NO_READS: Reads = { files: [], lookups: [] };

function startRound(
  ports: StylesheetPorts,
  site: SassSite,
  openMemory: (disk: SheetDisk) => SheetMemory = () => noSheetMemory,
): Round {
  const { source, theme } = rootsOf(site);
  const roots: readonly Root[] = theme === undefined ? [source] : [source, theme];
  const table = createFolderTable(ports.fs, roots);
  const places = findPlaces(table, source, theme, site.settings);
  const search = places.search.map(({ root, path }) => `${root.name}/${path}`);
  const compiler = ports.sass.identify(site.settings.compiler);
  const variant = JSON.stringify([compiler, site.settings, search]);
  const disk = new SheetDisk(ports.fs, table, roots, variant);
  return {
    disk,
    memory: openMemory(disk),
    diagnostics: places.diagnostics,
    sheets: [],
    strings: new Map(),
    places: new Map(),
  };
}

function conclude({ sheets, strings, places, diagnostics }: Round): JoinedStylesheets {
  const finished = sheets.filter((sheet) => sheet !== undefined);
  const results = finished.map(toResult);
  const deprecations = [
    ...finished.map(({ compiled }) => compiled.deprecations),
    ...Array.from(strings, ([key, compiled]) => ({ first: places.get(key), ...compiled.deprecations })),
  ];
  return {
    sheets: results,
    diagnostics: [
      ...diagnostics,
      ...results.flatMap((result) => result.diagnostics),
      ...foldDeprecations(deprecations),
    ],
  };
}

function toResult({ path, compiled, reused }: Finished): StylesheetResult {
  const { css, map, diagnostics } = compiled;
  return {
    path,
    ...(css === undefined ? {} : { css }),
    ...(map === undefined ? {} : { map: { name: mapName(path), text: map } }),
    diagnostics,
    reused,
  };
}
