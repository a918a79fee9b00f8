/** Watches a site: events say where to look, polls of all files find what events miss, and builds never overlap. */

import type { OpenFileEvents } from '../../ports/file-events.ts';
import type { ReadFs } from '../../ports/fs.ts';
import { EventSubscription } from './event-subscription.ts';
import { checkPaths, type Poll, type PollOptions, pollFiles } from './poll.ts';
import type { Change, Snapshot } from './snapshot.ts';
import { type After, Timer } from './timer.ts';
import type { WatchScope } from './watch-scope.ts';

export interface WatchPorts {
  readonly fs: ReadFs;
  /** Milliseconds since the epoch. */
  nowMs(): number;
  /** A monotonic count of milliseconds. */
  elapsed(): number;
  readonly after: After;
  /** Lets requests and events in during a long poll. */
  breathe(): Promise<void>;
  /** Undefined where the system's events are not to be used. */
  readonly openFileEvents: OpenFileEvents | undefined;
}

export interface WatchHandlers {
  /** Builds; called again only when it has resolved. Returns the scope to be watched from then on. */
  changed(changes: readonly Change[]): Promise<WatchScope>;
  /** Whether a page is open in a browser: then polls go on although no event comes. */
  isViewed(): boolean;
  /** The system gives no events: polls alone are relied upon. */
  pollingOnly(code: string, reason: string): void;
}

/** So long after the last event the paths are checked. */
const QUIET_MS = 5;
/** So long after the last event everything is polled, and so long after the first one at the latest. */
const POLL_AFTER_MS = 40;
const POLL_LATEST_MS = 400;
/** The pause between polls while a page is open, and where there are no events. */
const IDLE_MS = 2000;
const POLLING_MS = 1000;
/** A file that is still growing is looked at again after this. */
const HALF_WRITTEN_MS = 20;
/** With more paths than these a poll is as quick as a check of each. */
const MOST_CHECKED = 200;
/** A pause is so many times as long as the poll before it. */
const PAUSE_FACTOR = 10;
/** So long a poll goes on before requests and events are let in. */
const SLICE_MS = 5;
/** A poll that was interrupted so many times in a row is not interrupted again. */
const MOST_INTERRUPTIONS = 3;

export class Watcher {
  readonly #ports: WatchPorts;
  readonly #handlers: WatchHandlers;
  readonly #events: EventSubscription;
  readonly #createdMs: number;
  readonly #checkTimer: Timer;
  readonly #pollTimer: Timer;
  readonly #idleTimer: Timer;

  #scope: WatchScope;
  #snapshot: Snapshot;
  /** Set until the next poll where the scope has changed. */
  #widened: PollOptions['widened'];

  /** Paths that events have named and that were not checked yet. */
  readonly #named = new Set<string>();
  /** When the first event came that no poll has followed yet. */
  #firstEventMs: number | undefined;
  #lastEventMs = 0;
  /** Since when a file is being written. */
  #unfinishedSinceMs: number | undefined;

  #isBuilding = false;
  #isPolling = false;
  /** Whether another poll was asked for during one, which may have passed what changed. */
  #pollsAgain = false;
  /** Changes whenever the poll under way loses its worth. */
  #pollId = 0;
  #interruptions = 0;
  #lastPollMs = 0;
  #isStopped = false;

  /** Takes a snapshot of all files: whatever changes after this call is noticed. */
  constructor(ports: WatchPorts, handlers: WatchHandlers, scope: WatchScope) {
    this.#ports = ports;
    this.#handlers = handlers;
    this.#events = new EventSubscription(ports.fs, ports.openFileEvents, {
      changed: (path) => this.#fileEvent(path),
      ready: () => this.#eventsReady(),
      failed: (code, reason) => this.#eventsFailed(code, reason),
    });
    this.#createdMs = ports.nowMs();
    this.#checkTimer = new Timer(ports.after);
    this.#pollTimer = new Timer(ports.after);
    this.#idleTimer = new Timer(ports.after);
    this.#scope = scope;
    this.#snapshot = runToEnd(pollFiles(ports, { scope, before: new Map(), takesUnfinished: true })).snapshot;
  }

  /** Begins to watch `scope`, that of the first build. What has changed since the constructor is found by the first poll. */
  async start(scope: WatchScope): Promise<void> {
    await this.#rescope(scope, this.#createdMs);
    await this.#events.open(this.#scope);
    if (!this.#isStopped) this.#pollSoon(0);
  }

  /** Polls soon: a page was opened after a pause. */
  wake(): void {
    const isBusy = this.#isBuilding || this.#isPolling || this.#firstEventMs !== undefined;
    if (!this.#isStopped && !isBusy) this.#pollSoon(POLL_AFTER_MS);
  }

  /** Builds, whether anything changed or not. */
  force(): void {
    if (!this.#isStopped && !this.#isBuilding) void this.#build([]);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#cancelTimers();
    await this.#events.close();
  }

  #fileEvent(path: string): void {
    if (this.#isStopped || !this.#scope.covers(path)) return;
    this.#named.add(path);
    this.#lastEventMs = this.#ports.elapsed();
    this.#firstEventMs ??= this.#lastEventMs;
    this.#checkSoon(QUIET_MS);
    this.#pollInTime();
  }

  #eventsReady(): void {
    if (!this.#isStopped && !this.#isBuilding) this.#pollSoon(0);
  }

  #eventsFailed(code: string, reason: string): void {
    if (this.#isStopped) return;
    this.#handlers.pollingOnly(code, reason);
    this.#pollWhenIdle();
  }

  #checkSoon(ms: number): void {
    this.#checkTimer.set(ms, () => this.#checkNamed());
  }

  #checkNamed(): void {
    if (this.#isStopped || this.#isBuilding || this.#named.size > MOST_CHECKED) return;
    // Whoever keeps interrupting a poll has to wait for its end.
    if (this.#isPolling && this.#interruptions >= MOST_INTERRUPTIONS) return;
    const paths = [...this.#named];
    this.#named.clear();
    const { changes, unfinished } = checkPaths(this.#ports, this.#scope, this.#snapshot, paths);
    if (unfinished) this.#awaitUnfinished();
    if (changes.length > 0) void this.#build(changes);
  }

  #pollSoon(ms: number): void {
    this.#pollTimer.set(ms, () => void this.#poll());
  }

  /** After a pause, but not much later than the first event. */
  #pollInTime(): void {
    const sinceFirst = this.#ports.elapsed() - (this.#firstEventMs ?? this.#ports.elapsed());
    this.#pollSoon(Math.max(0, Math.min(POLL_AFTER_MS, POLL_LATEST_MS - sinceFirst)));
  }

  /** Polls although no event came; the bigger the site, the seldomer. */
  #pollWhenIdle(): void {
    const pause = this.#events.hasFailed ? POLLING_MS : IDLE_MS;
    this.#idleTimer.set(Math.max(pause, this.#lastPollMs * PAUSE_FACTOR), () => {
      if (this.#events.hasFailed || this.#handlers.isViewed()) void this.#poll();
      else this.#pollWhenIdle();
    });
  }

  #awaitUnfinished(): void {
    this.#unfinishedSinceMs ??= this.#ports.elapsed();
    this.#pollSoon(HALF_WRITTEN_MS);
  }

  async #poll(): Promise<void> {
    if (this.#isPolling) this.#pollsAgain = true;
    if (this.#isStopped || this.#isBuilding || this.#isPolling) return;
    this.#idleTimer.cancel();
    const firstEventMs = this.#firstEventMs;
    this.#firstEventMs = undefined;
    // A few are checked all the same, which is quicker.
    if (this.#named.size > MOST_CHECKED) this.#named.clear();
    const found = await this.#compareAll();
    if (this.#isStopped) return;
    if (found === undefined) {
      this.#interruptions++;
      this.#firstEventMs = firstEventMs ?? this.#firstEventMs;
      this.#pollSoon(POLL_AFTER_MS);
      return;
    }
    this.#interruptions = 0;
    this.#snapshot = found.snapshot;
    this.#widened = undefined;
    if (found.unfinished) this.#awaitUnfinished();
    else this.#unfinishedSinceMs = undefined;
    if (found.changes.length > 0) await this.#build(found.changes);
    else if (this.#pollsAgain) this.#pollSoon(0);
    else this.#pollWhenIdle();
  }

  /** Undefined where a build began meanwhile. */
  async #compareAll(): Promise<Poll | undefined> {
    const { elapsed } = this.#ports;
    const id = ++this.#pollId;
    const start = elapsed();
    const waitedMs = this.#unfinishedSinceMs === undefined ? 0 : start - this.#unfinishedSinceMs;
    this.#isPolling = true;
    this.#pollsAgain = false;
    const found = await this.#inSlices(
      pollFiles(this.#ports, {
        scope: this.#scope,
        before: this.#snapshot,
        takesUnfinished: waitedMs > POLL_LATEST_MS,
        widened: this.#widened,
      }),
      () => id !== this.#pollId || this.#isStopped,
    );
    this.#isPolling = false;
    if (found !== undefined) this.#lastPollMs = elapsed() - start;
    return found;
  }

  /** Runs to the end, with others in between; undefined where it was given up. */
  async #inSlices<Result>(
    steps: Generator<void, Result>,
    isGivenUp: () => boolean,
  ): Promise<Result | undefined> {
    const { elapsed, breathe } = this.#ports;
    for (let sliceMs = elapsed(); ; ) {
      const step = steps.next();
      if (step.done === true) return step.value;
      if (elapsed() - sliceMs < SLICE_MS) continue;
      await breathe();
      if (isGivenUp()) return undefined;
      sliceMs = elapsed();
    }
  }

  async #build(changes: readonly Change[]): Promise<void> {
    this.#isBuilding = true;
    this.#pollId++;
    this.#cancelTimers();
    const startMs = this.#ports.nowMs();
    try {
      const next = await this.#handlers.changed(changes);
      if (!this.#isStopped) await this.#rescope(next, startMs);
    } finally {
      this.#isBuilding = false;
    }
    if (this.#isStopped) return;
    // What was named meanwhile is checked first: a poll takes as long as the site is big.
    if (this.#named.size > 0)
      this.#checkSoon(Math.max(0, this.#lastEventMs + QUIET_MS - this.#ports.elapsed()));
    if (this.#named.size > MOST_CHECKED) this.#pollSoon(0);
    else this.#pollInTime();
  }

  /** Files that were there before `sinceMs`, when the build began, and were only not watched are no change. */
  async #rescope(next: WatchScope, sinceMs: number): Promise<void> {
    const from = this.#scope;
    if (from === next || from.signature === next.signature) return;
    this.#widened = { from, sinceMs };
    this.#scope = next;
    await this.#inSlices(forgetUncovered(this.#snapshot, next), () => this.#isStopped);
    if (this.#events.isOpen && !this.#isStopped) await this.#events.open(next);
  }

  #cancelTimers(): void {
    this.#checkTimer.cancel();
    this.#pollTimer.cancel();
    this.#idleTimer.cancel();
  }
}

function* forgetUncovered(snapshot: Snapshot, scope: WatchScope): Generator<void, void> {
  let steps = 0;
  for (const path of [...snapshot.keys()]) {
    if (!scope.covers(path)) snapshot.delete(path);
    if (++steps % 64 === 0) yield;
  }
}

function runToEnd<Step, Result>(steps: Generator<Step, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
