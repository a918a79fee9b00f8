/**
 * The main thread's side of a worker: queues jobs and delivers results; a compilation that hangs or crashes fails
 * alone.
 */

import { sassCrashed, sassTooSlow } from '../../../diagnostics/catalogue/engines/sass.ts';
import { type Diagnostic, diagnose, type Place } from '../../../diagnostics/diagnostic.ts';
import type { Clock } from '../../../ports/clock.ts';
import {
  type Compiled,
  type FromWorker,
  type SassSite,
  type StylesheetJob,
  startOfSheet,
  type ToWorker,
} from '../jobs.ts';
import type { HereWorker, SassPorts, WorkerEvents, WorkerThread } from '../ports.ts';
import type { SassSettings } from '../settings.ts';

/** The longest single wait, in milliseconds. */
const SLICE_MS = 500;

const NONE = { kinds: {}, omitted: 0 };

interface Pending {
  readonly job: StylesheetJob;
  readonly finish: (compiled: Compiled) => void;
}

export interface QueueOptions {
  readonly site: SassSite;
  /** How long the worker may be silent while there is work, in milliseconds. */
  readonly limitMs: number;
  /**
   * `beside` the main thread, or `here` on it, where a native compiler is installed: that saves the start of a thread, but
   * the compiler waits while the main thread is busy.
   */
  readonly where: 'here' | 'beside';
}

export class CompileQueue {
  readonly #sass: SassPorts;
  readonly #clock: Clock;
  readonly #options: QueueOptions;
  readonly #events: WorkerEvents;
  #settings: SassSettings;
  #worker: HereWorker | undefined;
  /** The same worker, where it is a thread. */
  #thread: WorkerThread | undefined;
  /** By number, in the order in which the worker takes them: it is at the first one. */
  readonly #pending = new Map<number, Pending>();
  #serial = 0;
  /** Messages from the worker so far, and the milliseconds waited since the last one. */
  #received = 0;
  #silence = 0;
  /** The file that the worker has read last. */
  #reading: string | undefined;
  /** Ends the wait of `settled`. */
  #wake = (): void => {};

  constructor(sass: SassPorts, clock: Clock, options: QueueOptions) {
    this.#sass = sass;
    this.#clock = clock;
    this.#options = options;
    this.#settings = options.site.settings;
    this.#events = {
      message: (message) => this.#onMessage(message as FromWorker),
      broken: (reason) => this.#onBroken(reason),
    };
  }

  /** Starts worker and compiler before there is a job; does nothing where they run. */
  start(): void {
    if (this.#worker !== undefined) return;
    this.#noteMessage();
    try {
      this.#worker = this.#startHere() ?? this.#startThread();
      this.#post({ kind: 'setup', site: { ...this.#options.site, settings: this.#settings } });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      while (this.#pending.size > 0) this.#failFirst((place) => this.#crashed(reason, place));
    }
  }

  /** `finish` is called once, later or during one of the waits. */
  add(job: StylesheetJob, finish: (compiled: Compiled) => void): void {
    const id = this.#serial++;
    this.#pending.set(id, { job, finish });
    this.start();
    this.#post({ kind: 'compile', id, job });
  }

  /** Blocks until `isDone`; only on a queue that works `beside` the main thread. */
  waitFor(isDone: () => boolean): void {
    while (!isDone()) {
      const length = this.#slice();
      const wait = this.#beginWait();
      this.#thread?.receive(length);
      this.#endWait(wait, length);
    }
  }

  /** Resolves when nothing is left to be done. */
  async settled(): Promise<void> {
    // Messages that arrived while pages were rendered come first.
    this.#thread?.receive(0);
    while (this.#pending.size > 0) {
      const length = this.#slice();
      const wait = this.#beginWait();
      await new Promise<void>((resolve) => {
        const cancel = this.#sass.after(length, resolve);
        this.#wake = () => {
          cancel();
          resolve();
        };
      });
      this.#endWait(wait, length);
    }
  }

  /** Files may have changed: the worker reads them again. */
  refresh(): void {
    this.#post({ kind: 'refresh' });
  }

  /** Ends the worker and drops the jobs that are left. */
  close(): void {
    this.#pending.clear();
    this.#stop();
    this.#wake();
  }

  #startHere(): HereWorker | undefined {
    if (this.#options.where !== 'here' || this.#settings.compiler === 'sass') return undefined;
    return this.#sass.startHere?.(this.#events);
  }

  #startThread(): WorkerThread {
    this.#thread = this.#sass.startThread(this.#events);
    return this.#thread;
  }

  #post(message: ToWorker): void {
    this.#worker?.post(message);
  }

  #stop(): void {
    this.#worker?.end();
    this.#worker = undefined;
    this.#thread = undefined;
    this.#reading = undefined;
  }

  /** Starts a worker again for the jobs that are left. */
  #resume(): void {
    if (this.#pending.size > 0) this.start();
    for (const [id, { job }] of this.#pending) this.#post({ kind: 'compile', id, job });
    this.#wake();
  }

  #onMessage(message: FromWorker): void {
    this.#noteMessage();
    if (message.kind === 'reached') {
      this.#reading = message.file;
      return;
    }
    if (message.kind === 'done') this.#settle(message.id, message.compiled);
    else this.#onBroken(message.reason);
    this.#wake();
  }

  /** A native compiler that fails is replaced by the JavaScript one; where that fails too, the stylesheet is the cause. */
  #onBroken(reason: string): void {
    this.#stop();
    const isNative = this.#settings.compiler === undefined && this.#identify().startsWith('sass-embedded');
    if (isNative) this.#settings = { ...this.#settings, compiler: 'sass' };
    else this.#failFirst((place) => this.#crashed(reason, place));
    this.#resume();
  }

  #settle(id: number, compiled: Compiled): void {
    const found = this.#pending.get(id);
    this.#pending.delete(id);
    this.#reading = undefined;
    found?.finish(compiled);
  }

  #failFirst(diagnosticAt: (place: Place | undefined) => Diagnostic): void {
    for (const [id, { job }] of this.#pending) {
      const place = startOfSheet(job);
      const diagnostics = [diagnosticAt(place)];
      this.#settle(id, { diagnostics, deprecations: NONE, reads: { files: [], lookups: [] } });
      return;
    }
  }

  #crashed(reason: string, place: Place | undefined): Diagnostic {
    return diagnose(sassCrashed, { compiler: this.#identify(), reason }, { place });
  }

  #identify(): string {
    return this.#sass.identify(this.#settings.compiler);
  }

  #noteMessage(): void {
    this.#received++;
    this.#silence = 0;
  }

  #slice(): number {
    return Math.min(SLICE_MS, this.#options.limitMs - this.#silence);
  }

  #beginWait(): Wait {
    return { at: this.#clock.elapsed(), received: this.#received };
  }

  /**
   * Fails a stylesheet on which the worker was silent for too long. Only time in waits counts, and of each wait at most
   * the `length` asked for: a main thread that rendered and a machine that slept are not the stylesheet's fault.
   */
  #endWait(wait: Wait, length: number): void {
    const { limitMs } = this.#options;
    if (wait.received === this.#received) this.#silence += Math.min(length, this.#clock.elapsed() - wait.at);
    if (this.#silence < limitMs || this.#pending.size === 0) return;
    const last = this.#reading;
    this.#stop();
    this.#failFirst((place) =>
      diagnose(sassTooSlow, { seconds: Math.ceil(limitMs / 1000), last }, { place }),
    );
    this.#resume();
  }
}

/** What was known when a wait began. */
interface Wait {
  readonly at: number;
  readonly received: number;
}
