/**
 * The pure middle of a build: an inventory becomes the files of a destination. Generate, route, render, transform, in
 * this order; every mistake is in the diagnostics, and no file is touched.
 */

import type { OutputKey } from '../base/paths.ts';
import type { Memory } from '../cache/memory.ts';
import { buildMessages } from '../diagnostics/catalogue/site/build.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { createStore } from '../graph/store.ts';
import { createTasks, type Rendered } from '../graph/tasks.ts';
import type { TimeTrace } from '../graph/time-trace.ts';
import { createTracker, type Tracker } from '../graph/track.ts';
import type { Config } from '../model/config.ts';
import type { Document } from '../model/document.ts';
import type { Inventory, StaticFile } from '../model/inventory.ts';
import type { Output } from '../model/output.ts';
import { documentsOf, isWritten, type Site } from '../model/site.ts';
import type { Plugin } from '../plugin/api/plugin.ts';
import { createDraft } from '../plugin/host/draft.ts';
import {
  type GenerationParts,
  generate,
  initializeDocuments,
  transformPage,
  writePage,
} from '../plugin/host/hooks.ts';
import { Views } from '../plugin/host/views.ts';
import { orderPlugins } from '../plugin/loading/priorities.ts';
import type { SourceFiles } from '../ports/source-files.ts';
import type { LiveSite } from '../preview/live-site.ts';
import { createRerender } from '../preview/rerender.ts';
import type { Reread } from '../read/reread-site.ts';
import type { Converters } from '../render/convert.ts';
import { type RenderPorts, renderDocument } from '../render/document.ts';
import { createPayloads, type Payloads } from '../render/payload.ts';
import { createRenditions } from '../render/renditions.ts';
import type { TemplateCost } from '../render/templates.ts';
import { trackRenditions } from '../render/tracked-renditions.ts';
import { createExcerpts } from '../render/wiring/excerpts.ts';
import type { KeyPlaces } from '../render/wiring/front-matter-places.ts';
import { createLayoutPorts } from '../render/wiring/layout-ports.ts';
import type { TrackedTemplates } from '../render/wiring/liquid-templates.ts';
import { type TrackedFiles, trackFiles } from '../render/wiring/tracked-files.ts';
import { type TimedText, textAt } from '../ruby/time/timed-text.ts';
import { unwatched, WatchedTime } from '../ruby/time/watched-time.ts';
import type { RubyTime } from '../ruby/values.ts';
import { gatherOutputs } from '../write/outputs.ts';
import { attempt, type Explain } from './attempt.ts';
import { renderSite, type StylesheetPort } from './render-site.ts';
import { createRenderTasks } from './render-tasks.ts';
import { listOutputs, type SiteOutput } from './site-outputs.ts';

export interface BuildParts {
  readonly config: Config;
  readonly inventory: Inventory;
  readonly time: RubyTime;
  readonly toTime: (epochMs: number) => RubyTime;
  readonly plugins: readonly Plugin[];
  /** What the plugins' `prefetch` gave, by name. */
  readonly prefetched: ReadonlyMap<string, unknown>;
  readonly converters: Converters;
  /** Makes the Liquid engine for a site. */
  readonly createTemplates: (
    site: Site,
    payloads: Payloads,
    tracker: Tracker,
    files: TrackedFiles,
    report: (diagnostic: Diagnostic) => void,
  ) => TrackedTemplates;
  /** What earlier builds made, and what makes results of one build good for another; absent where nothing is kept. */
  readonly memory?: Memory | undefined;
  /** Absent where this build is no part of a preview. */
  readonly live?: Continuation | undefined;
  /** Told where what engines report is to go while documents are rendered. */
  readonly reportThrough: (report: (diagnostic: Diagnostic) => void) => void;
  /** Takes the stylesheets as soon as their Liquid is rendered. */
  readonly stylesheets: StylesheetPort;
  /** The text of a file that is copied, for plugins that make a page of it. */
  readonly textOf: (file: StaticFile) => string;
  /** Files of the source folder, for plugins. */
  readonly files: SourceFiles;
  /** Where a key of a file's front matter is written, for messages. */
  readonly placeOfKey: KeyPlaces;
  readonly report: (diagnostic: Diagnostic) => void;
  /** Notes what comes of the time of the build. */
  readonly timeTrace: TimeTrace;
  /** Told how many of the documents are rendered. */
  readonly progress: (done: number, total: number) => void;
}

/** What a build shares with the others of a preview. */
export interface Continuation {
  readonly records: ReturnType<LiveSite['records']>;
  /** What has been read again since the last build; undefined where that may be anything. */
  readonly since: Pick<Reread, 'documents'> | undefined;
  /** Documents that were not as they had been read in the last build. */
  readonly unstable: ReadonlySet<string>;
}

export interface PureBuild {
  /** No key twice; stylesheets are still without their text. */
  readonly outputs: readonly SiteOutput[];
  readonly templates: readonly TemplateCost[];
  /** What was rendered and why; the other documents are as an earlier build has made them. */
  readonly rendered: readonly Rendered[];
  readonly reused: number;
  /** The key of what a document becomes, by its id. */
  readonly keyOf: (id: string) => OutputKey | undefined;
  /** The ids of documents that plugins have changed or made. */
  readonly touched: ReadonlySet<string>;
  /** Absent where nothing is kept. */
  readonly rerender?: ((document: Document) => Output | undefined) | undefined;
  readonly counts: { readonly pages: number; readonly documents: number; readonly staticFiles: number };
}

export function build(parts: BuildParts): PureBuild {
  const { config, converters, inventory, live, memory, placeOfKey, timeTrace } = parts;
  const { plugins } = parts;

  const tracker = createTracker((memory?.store ?? createStore()).readings(), (table, key) =>
    payloads.nodes.column(table, key),
  );
  const time = watchTime(parts.time, tracker);
  /** Whether no address has the time of the build in it. */
  let isTimeless = true;
  const draft = createDraft({
    records: live?.records,
    tracker,
    config,
    inventory,
    time,
    urls: {
      permalinkStyle: String(config.values.get('permalink') ?? 'date'),
      outputExtension: converters.outputExtension,
      get siteTime() {
        isTimeless = false;
        return time;
      },
    },
    onUnknownPlaceholder: (file, name) =>
      parts.report(
        diagnose(buildMessages.unknownPlaceholder, { name }, { place: placeOfKey(file, 'permalink') }),
      ),
  });
  const { site } = draft;
  /** Where a page goes that is made ahead of its build, and what it has to say. */
  let ahead: Diagnostic[] | undefined;
  const bare = createRenditions((document) =>
    ahead === undefined ? render.excerpt(document) : excerptOf(document),
  );
  const renditions = trackRenditions(bare, tracker, (document) => tasks?.demanded(document));
  const payloads = createPayloads(site, renditions, {
    toTime: parts.toTime,
    paginatorOf: draft.paginatorOf,
    tracker,
  });
  const tell = withoutRepeats(parts.report);
  const report = (diagnostic: Diagnostic): void => {
    if (ahead !== undefined) ahead.push(diagnostic);
    else (tasks?.report ?? tell)(diagnostic);
  };
  const tracked = trackFiles(parts.files, tracker);
  const templates = parts.createTemplates(site, payloads, tracker, tracked, report);
  const tasks =
    memory &&
    createTasks({
      store: memory.store,
      key: memory.key,
      tracker,
      resolve: (node) => payloads.nodes.resolve(node) ?? templates.resolve(node),
      isVolatile: (node) => /^[oOeakK]\0|^s\0pages$/.test(node),
      excerptIn: (node) => (node.startsWith('e\0') ? payloads.nodes.document(node.slice(2)) : undefined),
      forgetExcerpt: bare.forgetExcerpt,
      onTime: live === undefined ? timeTrace.node : undefined,
      isStable:
        live?.since &&
        ((node) => isTimeless && isStable(node, live.since?.documents, live.unstable, draft.touched)),
      keep: templates.keep,
      report: tell,
    });
  parts.reportThrough(report);
  const timed = new Map<Document, TimedText>();
  const views = new Views(site, {
    valueOf: payloads.valueOfDocument,
    fileValueOf: payloads.valueOfFile,
    filter: templates.filter,
    print: templates.print,
    textOf: parts.textOf,
    files: tracked.files,
    toTime: parts.toTime,
    isMarkdown: converters.isMarkdown,
    report,
  });
  const ports: RenderPorts = {
    payloads,
    converters,
    renditions,
    layouts: createLayoutPorts(site, templates, placeOfKey, report, tracker),
    writtenText(document: Document) {
      const written = writePage(document, draft, payloads.site, views, () =>
        tracker.spoil('looks at the site itself'),
      );
      if (written === undefined || typeof written === 'string') return written;
      timed.set(document, written);
      return textAt(written, unwatched(time));
    },
    liquid: (document, text, globals) =>
      templates.render(
        { file: document.body.file ?? document.path, text, startLine: document.body.startLine },
        globals,
      ),
  };
  const excerptOf = createExcerpts(site, templates, ports, report);

  generateAll(plugins, { draft, views, prefetched: parts.prefetched }, report);
  // a mistake in an address is told before anything is rendered, whoever is rendered first
  for (const document of documentsOf(site)) if (isWritten(document, site)) site.routes.of(document);
  const transform = (document: Document, text: string): string =>
    converters.isStylesheet(document.extension)
      ? text
      : tracker.unheard(() => transformPage(plugins, text, document, views));
  const render = createRenderTasks({
    tasks,
    ports,
    transform: plugins.some((plugin) => plugin.transform !== undefined) ? transform : undefined,
    excerptOf,
    isWritten: (document) => draft.writerOf(document) !== undefined && draft.basisOf(document) === undefined,
    ...{ paginatorOf: draft.paginatorOf, basisOf: draft.basisOf, timed, now: unwatched(time) },
  });
  const rendered = renderSite(site, converters, {
    ...parts,
    report,
    addMapPage: draft.addMapPage,
    render: render.document,
  });
  tasks?.commit();
  /** What a page's writer left open, if nobody has made anything of its text since. */
  const timedOf = (document: Document): TimedText | undefined => {
    const written = timed.get(document);
    if (written === undefined || written.every((part) => typeof part === 'string')) return undefined;
    if (textAt(written, unwatched(time)) === rendered.get(document)?.output) return written;
    timeTrace.whole();
    return undefined;
  };
  const outputs = gatherOutputs(
    listOutputs(site, rendered, timedOf, converters, placeOfKey, report),
    config.destination,
    live?.records.gathered,
  );
  for (const diagnostic of outputs.diagnostics) report(diagnostic);
  return {
    outputs: outputs.outputs,
    templates: templates.costs(),
    rendered: tasks?.rendered ?? [],
    reused: tasks?.reused ?? 0,
    keyOf(id) {
      const document = payloads.nodes.document(id);
      return document && site.routes.of(document).key;
    },
    touched: draft.touched,
    rerender:
      memory &&
      live &&
      createRerender({
        ...{ site, copies: live.records.copies, documentOf: payloads.nodes.document },
        isTouched: (id) => draft.touched.has(id),
        results: () => memory.store.data,
        isStylesheet: ({ extension }) => converters.isStylesheet(extension),
        render(document, told) {
          ahead = told;
          try {
            bare.forgetExcerpt(document);
            const output = transform(document, renderDocument(document, ports));
            bare.setOutput(document, { output });
            return output;
          } finally {
            ahead = undefined;
          }
        },
      }),
    counts: {
      pages: site.pages.filter((page) => rendered.has(page)).length,
      documents: [...site.collections.values()].reduce((sum, { documents }) => sum + documents.length, 0),
      staticFiles: site.staticFiles.length,
    },
  };
}

/** Passes on the first of those that are to be reported once. */
function withoutRepeats(report: (diagnostic: Diagnostic) => void): (diagnostic: Diagnostic) => void {
  const told = new Set<string>();
  return ({ once, ...diagnostic }) => {
    if (once !== undefined && told.has(once)) return;
    if (once !== undefined) told.add(once);
    report(diagnostic);
  };
}

/** The hooks that work on the draft, each plugin's failure apart from the others. */
function generateAll(
  plugins: readonly Plugin[],
  given: Omit<GenerationParts, 'initializers'>,
  report: (diagnostic: Diagnostic) => void,
): void {
  const initializers = plugins.filter(({ postInit }) => postInit !== undefined);
  const parts = { ...given, initializers };
  for (const plugin of initializers)
    attempt(report, failedIn(plugin.name, 'postInit'), () => initializeDocuments(plugin, parts));
  for (const plugin of orderPlugins(plugins))
    attempt(report, failedIn(plugin.name, 'generate'), () => generate(plugin, parts));
}

/** Fields of documents that are the same records as in the last build, and have the same neighbours. */
function isStable(node: string, ...others: readonly (ReadonlySet<string> | undefined)[]): boolean {
  if (!node.startsWith('f\0')) return false;
  const id = node.slice(2, node.indexOf('\0', 2));
  return !others.some((ids) => ids?.has(id));
}

/** The running tasks are to know of the time, too. */
function watchTime(time: RubyTime, tracker: Tracker): RubyTime {
  if (!(time instanceof WatchedTime)) return time;
  const { plain, witness } = time;
  return new WatchedTime(plain, {
    ...witness,
    whole() {
      tracker.read('T', () => `${plain.epochMs}`);
      witness.whole();
    },
  });
}

const failedIn =
  (name: string, hook: string): Explain =>
  (reason) =>
    diagnose(buildMessages.pluginFailed, { name, hook, reason });
