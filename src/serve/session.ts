/** A preview while it runs: builds, shows, watches, builds again. What is shown and what browsers are sent changes here alone. */

import { serveFault } from '../diagnostics/catalogue/program/serve.ts';
import { type Diagnostic, diagnose, hasErrors } from '../diagnostics/diagnostic.ts';
import type { Config } from '../model/config.ts';
import type { Output } from '../model/output.ts';
import type { SiteResult } from '../pipeline/site-result.ts';
import type { EventStream, HttpRequest, HttpResponse } from '../ports/http-server.ts';
import { fnmatch } from '../ruby/paths/fnmatch.ts';
import { type ResponseSettings, respond } from './http/response.ts';
import { Latch } from './latch.ts';
import { changedAddresses } from './page/changed-addresses.ts';
import { changesPages } from './page/notices.ts';
import {
  initialState,
  type PreviewState,
  stateMessage,
  withNotices,
  withProblems,
  withSite,
} from './preview-state.ts';
import type { Rebuilder } from './rebuild.ts';
import { createReloadStreams, type ReloadStreamPorts, type ReloadStreams } from './reload-streams.ts';
import { createServedSite } from './served-site.ts';
import { type FileIdentity, withoutFiles } from './watch/own-output.ts';
import type { Change } from './watch/snapshot.ts';
import type { WatchScope } from './watch/watch-scope.ts';
import { Watcher, type WatchPorts } from './watch/watcher.ts';

export interface SessionPorts extends WatchPorts, ReloadStreamPorts {
  /** The files that standard output and standard error are written to; they are not watched. */
  readonly ownOutput: readonly FileIdentity[];
}

export interface SessionSettings extends ResponseSettings {
  /** Tells this run of the server from earlier ones. */
  readonly run: string;
  /** Globs of source files whose changes reload nothing (`--livereload-ignore`). */
  readonly reloadIgnores: readonly string[];
}

/** What is reported to the person at the terminal. */
export interface SessionEvents {
  built(result: SiteResult, ms: number, changes: readonly Change[] | undefined): void;
  fault(diagnostic: Diagnostic, error: unknown): void;
  pollingOnly(code: string, reason: string): void;
  /** Whether this run can't take up these changes, and is about to end: then nothing is built. */
  isOutdatedBy(changes: readonly Change[]): boolean;
}

export class Session {
  readonly #ports: SessionPorts;
  readonly #rebuilder: Rebuilder;
  readonly #events: SessionEvents;
  readonly #settings: SessionSettings;
  readonly #streams: ReloadStreams;
  readonly #watcher: Watcher | undefined;
  /** Released when there is something to show, be it an error. */
  readonly #ready = new Latch();
  #scope: WatchScope | undefined;
  #state: PreviewState;
  #lastMessage: string;
  #isStopped = false;

  /** Takes a snapshot of what `scope` covers; undefined where nothing is to be watched. */
  constructor(
    ports: SessionPorts,
    rebuilder: Rebuilder,
    events: SessionEvents,
    settings: SessionSettings,
    scope: WatchScope | undefined,
  ) {
    this.#ports = ports;
    this.#rebuilder = rebuilder;
    this.#events = events;
    this.#settings = settings;
    this.#streams = createReloadStreams(ports, settings.retryMs);
    this.#scope = scope;
    this.#state = initialState(settings.run);
    this.#lastMessage = stateMessage(this.#state);
    if (scope !== undefined) this.#watcher = this.#createWatcher(scope);
  }

  /** Builds for the first time; requests wait for it. Undefined where the program itself failed. */
  build(): Promise<SiteResult | undefined> {
    return this.#build(undefined);
  }

  /** Shows outputs that an earlier run has built, instead of building. */
  show(outputs: readonly Output[], config: Config): void {
    this.#showOutputs(outputs, config);
    this.#ready.release();
  }

  /** Watches from now on; what has changed since the constructor is found, too. */
  async watch(): Promise<void> {
    if (this.#scope !== undefined) await this.#watcher?.start(this.#scope);
  }

  /** Builds again although nothing changed. */
  rebuild(): void {
    this.#watcher?.force();
  }

  async respond(request: HttpRequest): Promise<HttpResponse> {
    await this.#ready.released;
    return respond(request, this.#state, this.#settings, this.#ports.fs);
  }

  /** The reload stream of one browser; the returned function is to be called when it has disconnected. */
  openStream(stream: EventStream): () => void {
    this.#watcher?.wake();
    return this.#streams.open(stream, stateMessage(this.#state));
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#ready.release();
    this.#streams.close();
    await this.#watcher?.stop();
    this.#rebuilder.close();
  }

  #createWatcher(first: WatchScope): Watcher {
    const { fs, ownOutput } = this.#ports;
    return new Watcher(
      { ...this.#ports, fs: withoutFiles(fs, ownOutput) },
      {
        changed: async (changes) => {
          if (!this.#events.isOutdatedBy(changes)) await this.#build(changes);
          return this.#scope ?? first;
        },
        isViewed: () => this.#streams.count > 0,
        pollingOnly: this.#events.pollingOnly,
      },
      first,
    );
  }

  async #build(changes: readonly Change[] | undefined): Promise<SiteResult | undefined> {
    const { elapsed } = this.#ports;
    const start = elapsed();
    try {
      const { result, scope } = await this.#rebuilder.rebuild(changes, (outputs, config) => {
        if (!this.#isStopped) this.#showOutputs(outputs, config);
      });
      this.#scope = scope;
      if (this.#isStopped) return result;
      const { ok, diagnostics, sources } = result;
      if (ok)
        this.#setState(withNotices(this.#state, { diagnostics: diagnostics.filter(changesPages), sources }));
      else this.#showProblems(diagnostics, sources);
      this.#events.built(result, elapsed() - start, changes);
      return result;
    } catch (error) {
      const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      const diagnostic = diagnose(serveFault, { what, during: 'during the build' });
      this.#showProblems([diagnostic], () => undefined);
      this.#events.fault(diagnostic, error);
      return undefined;
    } finally {
      this.#ready.release();
    }
  }

  #showOutputs(outputs: readonly Output[], config: Config): void {
    const { site } = this.#state;
    const { baseurl } = config.settings;
    const next = createServedSite(outputs, typeof baseurl === 'string' ? baseurl : '', site);
    const isIgnored = (from: string): boolean =>
      this.#settings.reloadIgnores.some((glob) => fnmatch(glob, from));
    const changed = site === undefined ? [] : changedAddresses(site, next, isIgnored);
    this.#setState(withSite(this.#state, next, changed));
  }

  /** Under `--strict` warnings alone may be what stops a build. */
  #showProblems(diagnostics: readonly Diagnostic[], sources: SiteResult['sources']): void {
    const worst = hasErrors(diagnostics) ? 'error' : 'warning';
    const shown = diagnostics.filter(({ severity }) => severity === worst);
    const isStale = this.#state.site !== undefined;
    this.#setState(withProblems(this.#state, { diagnostics: shown, sources, isStale }));
  }

  #setState(state: PreviewState): void {
    this.#state = state;
    const message = stateMessage(state);
    if (message !== this.#lastMessage) this.#streams.send(message);
    this.#lastMessage = message;
  }
}
