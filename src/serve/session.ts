/** A preview while it runs: builds, shows, watches, builds again. What is shown and what the browsers are told changes here alone. */

import { serveFault } from '../diagnostics/catalogue/program/serve.ts';
import { type Diagnostic, diagnose, hasErrors } from '../diagnostics/diagnostic.ts';
import type { Config } from '../model/config.ts';
import type { Output } from '../model/output.ts';
import type { SiteResult } from '../pipeline/site-result.ts';
import type { ReadFs } from '../ports/fs.ts';
import { fnmatch } from '../ruby/paths/fnmatch.ts';
import { type Answer, type AnswerSettings, answerTo } from './http/answer.ts';
import type { Request } from './http/guard.ts';
import { changedAddresses } from './page/changed-addresses.ts';
import { changesPages } from './page/notices.ts';
import { createPreview } from './preview.ts';
import type { Rebuilder } from './rebuild.ts';
import { createReloadStreams, type ReloadStreamPorts, type StreamSink } from './reload-streams.ts';
import { emptyScene, type Scene, sceneMessage, withNotices, withPreview, withProblems } from './scene.ts';
import { type FileIdentity, withoutFiles } from './watch/own-output.ts';
import type { Change } from './watch/snapshot.ts';
import { createWatch, type Watch, type WatchPorts } from './watch/watch.ts';
import type { WatchScope } from './watch/watch-scope.ts';

export interface SessionPorts extends WatchPorts, ReloadStreamPorts {
  readonly fs: ReadFs;
  /** The files that standard output and standard error are written to; they are not watched. */
  readonly ownOutput: readonly FileIdentity[];
}

export interface SessionSettings extends AnswerSettings {
  /** Tells this run of the server from earlier ones. */
  readonly run: string;
  /** Globs of source files whose changes reload nothing (`--livereload-ignore`). */
  readonly reloadIgnores: readonly string[];
}

/** What the session has to tell the person at the terminal. */
export interface SessionEvents {
  built(result: SiteResult, ms: number, changes: readonly Change[] | undefined): void;
  fault(diagnostic: Diagnostic, error: unknown): void;
  sweepingOnly(code: string, reason: string): void;
  /** Whether these changes are beyond this run, which is about to end: then nothing is built. */
  isOutdatedBy(changes: readonly Change[]): boolean;
}

export interface Session {
  /** Builds for the first time; requests wait for it. Undefined where the program itself failed. */
  build(): Promise<SiteResult | undefined>;
  /** Shows outputs that an earlier run has built, instead of building. */
  show(outputs: readonly Output[], config: Config): void;
  /** Watches `scope` as it was before the build. */
  watch(): Promise<void>;
  /** Builds again although nothing changed. */
  rebuild(): void;
  answer(request: Request): Promise<Answer>;
  /** The stream of builds of one browser; the returned function is to be called when it has gone. */
  openStream(sink: StreamSink): () => void;
  stop(): Promise<void>;
}

export function createSession(
  ports: SessionPorts,
  rebuilder: Rebuilder,
  events: SessionEvents,
  settings: SessionSettings,
  firstScope: WatchScope | undefined,
): Session {
  const streams = createReloadStreams(ports, settings.retryMs);
  let scene: Scene = emptyScene(settings.run);
  let told = sceneMessage(scene);
  let stopped = false;
  let markReady = (): void => {};
  const ready = new Promise<void>((resolve) => {
    markReady = resolve;
  });
  let scope = firstScope;
  const watch: Watch | undefined =
    firstScope &&
    createWatch(
      { ...ports, fs: withoutFiles(ports.fs, ports.ownOutput) },
      { changed, isLookedAt, sweepingOnly: events.sweepingOnly },
      firstScope,
    );

  function show(outputs: readonly Output[], config: Config): void {
    const { preview } = scene;
    const baseurl = config.values.get('baseurl');
    const next = createPreview(outputs, typeof baseurl === 'string' ? baseurl : '', preview);
    const ignored = (from: string): boolean => settings.reloadIgnores.some((glob) => fnmatch(glob, from));
    turnTo(withPreview(scene, next, preview === undefined ? [] : changedAddresses(preview, next, ignored)));
  }

  function turnTo(next: Scene): void {
    scene = next;
    const message = sceneMessage(scene);
    if (message !== told) streams.send(message);
    told = message;
  }

  function fail(diagnostics: readonly Diagnostic[], sources: SiteResult['sources']): void {
    const errors = hasErrors(diagnostics)
      ? diagnostics.filter(({ severity }) => severity === 'error')
      : diagnostics.filter(({ severity }) => severity === 'warning');
    const isShownOld = scene.preview !== undefined;
    turnTo(withProblems(scene, { diagnostics: errors, sources, isShownOld }));
  }

  async function run(changes: readonly Change[] | undefined): Promise<SiteResult | undefined> {
    const start = ports.elapsed();
    try {
      const rebuilt = await rebuilder.rebuild(changes, (outputs, config) => {
        if (!stopped) show(outputs, config);
      });
      const { result } = rebuilt;
      scope = rebuilt.scope;
      if (stopped) return result;
      const { diagnostics, sources } = result;
      if (result.ok) turnTo(withNotices(scene, { diagnostics: diagnostics.filter(changesPages), sources }));
      else fail(diagnostics, sources);
      events.built(result, ports.elapsed() - start, changes);
      return result;
    } catch (error) {
      const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      const diagnostic = diagnose(serveFault, { what, during: 'during the build' });
      fail([diagnostic], () => undefined);
      events.fault(diagnostic, error);
      return undefined;
    } finally {
      markReady();
    }
  }

  async function changed(changes: readonly Change[]): Promise<WatchScope> {
    if (!events.isOutdatedBy(changes)) await run(changes);
    return scope ?? firstScope!;
  }

  function isLookedAt(): boolean {
    return streams.count > 0;
  }

  return {
    build: () => run(undefined),
    show(outputs, config) {
      show(outputs, config);
      markReady();
    },
    async watch() {
      if (scope !== undefined) await watch?.start(scope);
    },
    rebuild: () => watch?.force(),
    async answer(request) {
      await ready;
      return answerTo(request, scene, settings, ports.fs);
    },
    openStream(sink) {
      watch?.wake();
      return streams.open(sink, sceneMessage(scene));
    },
    async stop() {
      stopped = true;
      markReady();
      streams.close();
      await watch?.stop();
      rebuilder.close();
    },
  };
}
