/**
 * The main thread's side of a worker: queues jobs and delivers results; a compilation that hangs or crashes fails
 * alone.
 */

import { sassCrashed, sassTooSlow } from '../../../diagnostics/catalogue/engines/sass.ts';
import { type Diagnostic, diagnose, type Place } from '../../../diagnostics/diagnostic.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { Compiled, FromWorker, SassSite, StylesheetJob, ToWorker } from '../jobs.ts';
import type { HereWorker, SassPorts, WorkerThread } from '../ports.ts';

export interface CompileQueue {
  /** Starts worker and compiler before there is a job; does nothing where they run. */
  start(): void;
  /** `finish` is called once, later or during one of the waits. */
  add(job: StylesheetJob, finish: (compiled: Compiled) => void): void;
  /** Blocks until `isDone`; only on a queue that works `beside` the main thread. */
  waitFor(isDone: () => boolean): void;
  /** Resolves when nothing is left to be done. */
  settled(): Promise<void>;
  /** Files may have changed: the worker reads them again. */
  refresh(): void;
  /** Ends the worker and drops the jobs that are left. */
  close(): void;
}

interface Pending {
  readonly job: StylesheetJob;
  readonly finish: (compiled: Compiled) => void;
}

/**
 * `limitMs` is how long the worker may be silent while there is work. A queue that works `here` saves the start of
 * a thread, where the compiler is a process of its own; its compiler waits while the main thread is busy.
 */
export function createCompileQueue(
  sass: SassPorts,
  clock: Clock,
  site: SassSite,
  limitMs: number,
  where: 'here' | 'beside' = 'beside',
): CompileQueue {
  /** In the order in which the worker takes them: the first is the one it is at. */
  const pending = new Map<number, Pending>();
  let settings = site.settings;
  let worker: HereWorker | undefined;
  let thread: WorkerThread | undefined;
  let serial = 0;
  /** Messages from the worker so far, and the milliseconds waited since the last one. */
  let received = 0;
  let silence = 0;
  let reading: string | undefined;
  let wake = (): void => {};

  const alive = (): void => {
    received++;
    silence = 0;
  };
  const post = (message: ToWorker): void => worker?.post(message);
  const stop = (): void => {
    worker?.end();
    worker = undefined;
    thread = undefined;
    reading = undefined;
  };
  const start = (): void => {
    if (worker !== undefined) return;
    alive();
    const events = { message: onMessage, broken: onBroken };
    try {
      if (where === 'here' && settings.compiler !== 'sass') worker = sass.startHere?.(events);
      if (worker === undefined) worker = thread = sass.startThread(events);
      post({ kind: 'setup', site: { ...site, settings } });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      while (pending.size > 0) failFirst((place) => crashed(reason, place));
    }
  };
  const resume = (): void => {
    if (pending.size > 0) start();
    for (const [id, { job }] of pending) post({ kind: 'compile', id, job });
    wake();
  };
  const settle = (id: number, compiled: Compiled): void => {
    const found = pending.get(id);
    pending.delete(id);
    reading = undefined;
    found?.finish(compiled);
  };
  const failFirst = (make: (place: Place | undefined) => Diagnostic): void => {
    for (const [id, { job }] of pending) {
      const place = job.path === undefined ? undefined : { file: job.path, line: job.startLine, column: 1 };
      settle(id, { diagnostics: [make(place)], deprecations: NONE, reads: { files: [], lookups: [] } });
      return;
    }
  };
  const crashed = (reason: string, place: Place | undefined): Diagnostic =>
    diagnose(sassCrashed, { compiler: sass.identify(settings.compiler), reason }, { place });
  const onMessage = (raw: unknown): void => {
    // The worker is part of this program.
    const message = raw as FromWorker;
    alive();
    if (message.kind === 'reached') reading = message.file;
    else {
      if (message.kind === 'done') settle(message.id, message.compiled);
      else onBroken(message.reason);
      wake();
    }
  };
  /** A native compiler that fails is replaced by the other one; where that fails too, it is the stylesheet's fault. */
  const onBroken = (reason: string): void => {
    stop();
    if (settings.compiler === undefined && sass.identify(undefined).startsWith('sass-embedded'))
      settings = { ...settings, compiler: 'sass' };
    else failFirst((place) => crashed(reason, place));
    resume();
  };
  /**
   * Call it before a wait of `length` milliseconds and the function that it returns afterwards, which fails a
   * stylesheet that was silent for too long. Time counts while it is waited for, and no more of it than was
   * asked: a main thread that rendered, a machine that slept, are not the stylesheet's fault.
   */
  const watch = (length: number): (() => void) => {
    const before = clock.elapsed();
    const known = received;
    return () => {
      if (received === known) silence += Math.min(length, clock.elapsed() - before);
      if (silence < limitMs || pending.size === 0) return;
      const last = reading;
      stop();
      failFirst((place) => diagnose(sassTooSlow, { seconds: Math.ceil(limitMs / 1000), last }, { place }));
      resume();
    };
  };
  const slice = (): number => Math.min(SLICE_MS, limitMs - silence);

  return {
    start,
    add(job, finish) {
      const id = serial++;
      pending.set(id, { job, finish });
      start();
      post({ kind: 'compile', id, job });
    },
    waitFor(isDone) {
      while (!isDone()) {
        const length = slice();
        const judge = watch(length);
        thread?.receive(length);
        judge();
      }
    },
    async settled() {
      // Messages that arrived while pages were rendered come first.
      thread?.receive(0);
      while (pending.size > 0) {
        const length = slice();
        const judge = watch(length);
        await new Promise<void>((resolve) => {
          const cancel = sass.after(length, resolve);
          wake = () => {
            cancel();
            resolve();
          };
        });
        judge();
      }
    },
    refresh: () => post({ kind: 'refresh' }),
    close() {
      pending.clear();
      stop();
      wake();
    },
  };
}

/** The longest single wait. */
const SLICE_MS = 500;

const NONE = { kinds: {}, omitted: 0 };
