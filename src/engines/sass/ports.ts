/** What the Sass engine asks of its host: which compiler is installed, a worker to run it, and the time. */

export interface SassPorts {
  /** Name and version of the compiler that would be chosen, without loading it. */
  identify(name: string | undefined): string;
  /** Starts a worker that answers `ToWorker` with `FromWorker`; throws where it can't. */
  startThread(events: WorkerEvents): WorkerThread;
  /** The same on the main thread, between its other work; undefined where no native compiler is installed. */
  startHere?(events: WorkerEvents): HereWorker | undefined;
  /** Calls `run` once, after `ms` milliseconds; the function returned cancels the call. */
  after(ms: number, run: () => void): () => void;
}

export interface WorkerEvents {
  message(message: unknown): void;
  /** The worker ended though nobody ended it. */
  broken(reason: string): void;
}

/** A worker on the main thread. */
export interface HereWorker {
  post(message: unknown): void;
  end(): void;
}

/** A worker on a thread of its own. */
export interface WorkerThread extends HereWorker {
  /** Handles the messages that have arrived, then blocks for at most `limitMs` milliseconds until one more arrives. */
  receive(limitMs: number): void;
}
