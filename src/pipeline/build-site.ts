/**
 * A whole build, from the folder on disk to the folder on disk: the pipeline in one function. The edges (files, clock,
 * environment, the Sass worker) come in as ports; everything in between is pure.
 */

import { type BuildStart, keepBuild } from '../cache/keep-build.ts';
import type { UsedCompiler } from '../cache/last-build.ts';
import { createMemory } from '../cache/memory.ts';
import { loadStore } from '../cache/store-file.ts';
import { loadConfig } from '../config/load-config.ts';
import { buildTime, siteTime } from '../config/site-time.ts';
import { type Diagnostic, hasErrors, strictly } from '../diagnostics/diagnostic.ts';
import type { SourceText } from '../diagnostics/source-text.ts';
import type { HighlightEngine } from '../engines/highlight/highlighter.ts';
import type { SassPorts } from '../engines/sass/compile-queue.ts';
import { readSassSettings, type SassSettings } from '../engines/sass/settings.ts';
import { createStylesheets, type Stylesheets } from '../engines/sass/stylesheets.ts';
import type { Store } from '../graph/store.ts';
import type { Rendered } from '../graph/tasks.ts';
import { createTimeTrace } from '../graph/time-trace.ts';
import { createWorldTrace } from '../graph/world-trace.ts';
import type { Config, Overrides } from '../model/config.ts';
import type { Inventory } from '../model/inventory.ts';
import type { Output } from '../model/output.ts';
import type { Plugin } from '../plugin/api.ts';
import { prefetchAll } from '../plugin/prefetch.ts';
import type { Clock } from '../ports/clock.ts';
import type { Env } from '../ports/env.ts';
import type { WriteFs } from '../ports/fs.ts';
import type { Git, GitFetch } from '../ports/git.ts';
import type { Modules } from '../ports/modules.ts';
import type { Packer } from '../ports/packer.ts';
import type { Processes } from '../ports/processes.ts';
import type { SourceFiles } from '../ports/source-files.ts';
import type { LiveSite } from '../preview/live-site.ts';
import { liveKey, readAgain } from '../preview/read-again.ts';
import type { StylesheetKeeper } from '../preview/stylesheet-keeper.ts';
import { readSite } from '../read/read-site.ts';
import type { TemplateCost } from '../render/templates.ts';
import { createEngines } from '../render/wiring/engines.ts';
import { readFileText } from '../render/wiring/file-text.ts';
import { createKeyPlaces } from '../render/wiring/front-matter-places.ts';
import { createLiquidTemplates } from '../render/wiring/liquid-templates.ts';
import { createRelatives } from '../render/wiring/relatives.ts';
import { createSourceFiles } from '../render/wiring/source-files.ts';
import { createSources } from '../render/wiring/sources.ts';
import { timeInZone } from '../ruby/time/time-zone.ts';
import type { Destination } from '../write/destination.ts';
import { identityOf } from '../write/record.ts';
import { cacheNote, keptFiles, siteDestination } from '../write/site-destination.ts';
import { updateOutputs, type Written } from '../write/update-outputs.ts';
import { type WriteResult, writeStepwise } from '../write/write.ts';
import { build } from './build.ts';
import { mayFollow } from './follow-ups.ts';
import { preparePlugins } from './plugins.ts';
import { fillStylesheets } from './site-outputs.ts';
import { createStages, type Stage } from './stages.ts';

/** Everything of the world that a build touches. */
export interface World {
  readonly fs: WriteFs;
  readonly clock: Clock;
  readonly env: Env;
  readonly processes: Processes;
  readonly sass: SassPorts;
  readonly highlighter: HighlightEngine;
  /** Absent where plugins shall not see the history. */
  readonly git?: Git;
  /** Absent where no branch shall be fetched through the network. */
  readonly gitFetch?: GitFetch;
  /** Absent where only built-in plugins shall run. */
  readonly modules?: Modules;
  /** The plugins that a configuration can name. */
  readonly plugins: readonly Plugin[];
  /** Told how far a stage is; may be called often. */
  readonly progress?: (stage: string, done: number, total: number) => void;
  /** Asked between two files of the write: true ends it with whole files. */
  readonly stopped?: () => boolean;
  /** Lets signals and timers in during long writes. */
  readonly breathe?: () => Promise<void>;
  /** Keeps the compiler of stylesheets from one build to the next; without it each build starts and ends its own. */
  readonly stylesheets?: StylesheetKeeper;
  /** Told the outputs of a build without errors before they are written. */
  readonly rendered?: (outputs: readonly Output[], config: Config) => void;
  /** What earlier builds have made, kept from one build to the next; without it everything is made anew. */
  readonly store?: Store;
  /** The same for a preview, with all else that it keeps in memory. */
  readonly live?: LiveSite;
  /** Packs such a store into the cache folder; absent where nothing is kept on disk. */
  readonly packer?: Packer;
  /** What this build is to be known by the next time; absent where no later one shall find that nothing has changed. */
  readonly identity?: BuildStart;
}

export interface BuildFlags {
  /** Absolute: where the command runs. */
  readonly workingFolder: string;
  /** What was typed, by the configuration's keys. */
  readonly overrides: Overrides;
  /** A warning counts as an error. */
  readonly strict?: boolean;
  readonly adoptDestination?: boolean;
  /** Everything but the write: no file is touched. */
  readonly dryRun?: boolean;
}

export interface SiteResult {
  readonly ok: boolean;
  readonly config: Config;
  readonly outputs: readonly Output[];
  readonly diagnostics: readonly Diagnostic[];
  readonly counts: { readonly pages: number; readonly documents: number; readonly staticFiles: number };
  /** Undefined where nothing was written: because of an error, or in a dry run. */
  readonly write?: WriteResult;
  readonly stages: readonly Stage[];
  /** What each template took, the dearest first; empty where the build did not come so far. */
  readonly templates: readonly TemplateCost[];
  /** What was rendered and why, where a store was given. */
  readonly rendered: readonly Rendered[];
  /** How many documents and excerpts are as an earlier build has made them. */
  readonly reused: number;
  /** The text of a file that a diagnostic speaks of, for its frame. */
  readonly sources: (file: string) => SourceText | undefined;
  /** What was read; undefined where the build did not come so far. */
  readonly inventory?: Inventory;
  readonly files: SourceFiles;
}

const NOTHING = { pages: 0, documents: 0, staticFiles: 0 };

/** Never throws for a mistake of the user's: `ok` is true if and only if there was no error (under `strict`, no warning). */
export async function buildSite(world: World, flags: BuildFlags): Promise<SiteResult> {
  const trace = world.identity && createWorldTrace(world.fs, world.env);
  const { clock } = world;
  const { fs, env } = trace ?? world;
  const stages = createStages(clock);
  const timeTrace = createTimeTrace();
  const diagnostics: Diagnostic[] = [];
  let isReadWhole = true;
  const report = (diagnostic: Diagnostic): void => {
    if (isReadWhole || !mayFollow(diagnostic)) diagnostics.push(diagnostic);
  };
  const failed = () =>
    hasErrors(diagnostics) ||
    (flags.strict === true && diagnostics.some((each) => strictly(each).severity === 'warning'));

  const given = stages.run('configure', () => loadConfig(fs, env, flags));
  diagnostics.push(...given.diagnostics);
  const sources = createSources(fs, given);
  const files = createSourceFiles(fs, given, report);
  const { config, plugins } = hasErrors(diagnostics)
    ? { config: given, plugins: [] }
    : await stages.wait('plugins', () =>
        preparePlugins({ ...world, fs, env, workingFolder: flags.workingFolder }, given, files, report),
      );
  const finish = (
    rest: Pick<SiteResult, 'outputs' | 'counts'> &
      Partial<Pick<SiteResult, 'templates' | 'write' | 'inventory' | 'rendered' | 'reused'>>,
  ): SiteResult => ({
    ok: !failed(),
    config,
    diagnostics: flags.strict === true ? diagnostics.map(strictly) : diagnostics,
    stages: stages.all(),
    templates: [],
    rendered: [],
    reused: 0,
    sources,
    files,
    ...rest,
  });
  if (hasErrors(diagnostics)) return finish({ outputs: [], counts: NOTHING });

  const destination = siteDestination(fs, env, config);
  if ('code' in destination) {
    report(destination);
    return finish({ outputs: [], counts: NOTHING });
  }
  const note = cacheNote(fs, config);
  if (note !== undefined) report(note);

  const { live } = world;
  const packer =
    isCached(config) && live === undefined && world.store === undefined ? world.packer : undefined;
  const store =
    live?.store ??
    world.store ??
    (packer && stages.run('recall', () => loadStore(world.fs, config.cacheFolder, packer)));
  const recalled = store?.data;
  const key = live === undefined ? '' : liveKey(config, plugins);
  const seen = live?.seen?.key === key ? live.seen : undefined;
  if (live !== undefined) live.seen = undefined;
  const reread = stages.run(
    'reread',
    () => live?.changes && seen && readAgain({ fs, clock }, config, seen, live.changes),
  );
  const inventory = reread?.inventory ?? stages.run('read', () => readSite(fs, clock, config, timeTrace));
  const readTime = reread === undefined ? timeTrace.reads(clock.now) : seen?.time;
  diagnostics.push(...inventory.diagnostics);
  isReadWhole = !hasErrors(inventory.diagnostics);
  const sass = readSassSettings(config.values.get('sass'), config.environment);
  diagnostics.push(...sass.diagnostics);
  const stylesheets = makeStylesheets({ ...world, fs }, config, sass.settings, trace !== undefined);
  // as early as can be: the compiler starts while everything else goes on
  stylesheets.prepare(
    inventory.pages.filter(({ extension }) => /^\.s[ac]ss$/i.test(extension)).map(({ path }) => path),
    countDocuments(inventory),
  );
  const prefetched = await stages.wait('prefetch', () =>
    prefetchAll(
      plugins,
      config,
      env,
      { git: world.git, gitFetch: world.gitFetch, fetched: live?.fetched ?? new Map() },
      report,
      files,
    ),
  );
  let reportThrough = report;
  const { converters, engines } = createEngines(config, plugins, stylesheets, world.highlighter, (told) =>
    reportThrough(told),
  );
  const relativesOf = createRelatives(fs, config.source);
  const memory = createMemory(store, config, plugins, world.plugins);
  let joinedAll = false;
  try {
    const made = stages.run('render', () =>
      build({
        config,
        inventory,
        time: siteTime(config, clock, timeTrace) ?? buildTime(config, clock, timeTrace),
        timeTrace,
        toTime: (epochMs) => timeInZone(epochMs, config.timeZone),
        plugins,
        prefetched,
        converters,
        createTemplates: (site, payloads, tracker, tracked, tell) =>
          createLiquidTemplates({
            ...{ site, payloads, plugins, clock, engines, relativesOf, tracker, timeTrace },
            files: tracked,
            report: tell,
          }),
        memory,
        live: live && {
          records: live.records(key),
          since: reread,
          unstable: seen?.unstable ?? new Set(),
        },
        reportThrough: (tell) => {
          reportThrough = tell;
        },
        stylesheets: { ...stylesheets, writesMaps: sass.settings.sourceMaps },
        files,
        textOf: (file) => readFileText(fs, config, file, report),
        placeOfKey: createKeyPlaces(sources, config),
        report,
        progress: (done, total) => world.progress?.('render', done, total),
      }),
    );
    const { rerender, touched } = made;
    if (live !== undefined && rerender !== undefined && readTime !== undefined && !readTime.whole)
      live.seen = { key, inventory, time: readTime, unstable: touched, rerender };
    const joined = await stages.wait('stylesheets', () => stylesheets.join());
    joinedAll = true;
    diagnostics.push(...joined.diagnostics);
    const outputs = fillStylesheets(made.outputs, joined);
    const { counts, templates, rendered, reused } = made;
    const done = { outputs, counts, templates, inventory, rendered, reused };
    if (failed() || flags.dryRun === true) return finish(done);
    world.rendered?.(outputs, config);
    const written = live?.written;
    const update =
      written &&
      stages.run('update', () => updateOutputs(fs, destination.path, outputs, written, world.processes));
    if (live !== undefined) live.written = undefined;
    const write =
      update ??
      (await stages.wait('write', () => writeAll(world, config, destination, outputs, flags, written)));
    diagnostics.push(...write.diagnostics);
    if (live !== undefined && write.diagnostics.length === 0)
      live.written = {
        folder: identityOf(fs.stat(destination.path)),
        outputs: new Map(outputs.map((output) => [output.key, output])),
      };
    const isWhole = write.written.length + write.unchanged.length === outputs.length;
    if (isCached(config) && isWhole && write.diagnostics.length === 0)
      stages.run('keep', () =>
        keepBuild(world, {
          ...{ config, destination, outputs, counts, diagnostics, trace, keyOf: made.keyOf },
          time: timeTrace.reads(clock.now),
          // a compiler that outlives the build reads through the ports of its first one
          isKnown:
            prefetched.size === 0 &&
            world.stylesheets === undefined &&
            plugins.every((plugin) => world.plugins.includes(plugin)),
          compiler: joined.sheets.length > 0 ? usedCompiler(world, sass.settings) : undefined,
          store: packer && store && store.data !== recalled ? { packer, store } : undefined,
        }),
      );
    return finish({ ...done, write });
  } finally {
    // What is left of a build that broke off must not end up in the next one.
    if (world.stylesheets === undefined || !joinedAll) stylesheets.close();
  }
}

function usedCompiler({ sass }: World, { compiler }: SassSettings): UsedCompiler {
  return { setting: compiler, found: sass.identify(compiler) };
}

function countDocuments({ pages, collections }: Inventory): number {
  return [...collections.values()].reduce((sum, { documents }) => sum + documents.length, pages.length);
}

/** Whether anything may be kept in the cache folder. */
function isCached({ values }: Config): boolean {
  return values.get('disable_disk_cache') !== true && values.get('safe') !== true;
}

function makeStylesheets(
  world: World,
  config: Config,
  settings: SassSettings,
  watched: boolean,
): Stylesheets {
  return (world.stylesheets?.take ?? createStylesheets)(
    { fs: world.fs, clock: world.clock, sass: world.sass },
    {
      source: config.source,
      ...{ settings, watched },
      ...(config.theme === undefined ? {} : { theme: config.theme.root }),
      ...(isCached(config) ? { cacheFolder: config.cacheFolder } : {}),
    },
  );
}

async function writeAll(
  world: World,
  config: Config,
  destination: Destination,
  outputs: readonly Output[],
  flags: BuildFlags,
  before: Written | undefined,
): Promise<WriteResult> {
  const steps = writeStepwise(world.fs, destination, outputs, {
    keepFiles: keptFiles(config),
    adopt: flags.adoptDestination === true,
    processes: world.processes,
    before,
    ...(world.stopped === undefined ? {} : { stopped: world.stopped }),
  });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (step.value % 256 !== 0) continue;
    world.progress?.('write', step.value, outputs.length);
    await world.breathe?.();
  }
}
