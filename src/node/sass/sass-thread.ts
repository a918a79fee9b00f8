/** A worker thread that can be listened to in two ways: by events, and by waiting for it with the main thread at rest. */

import { existsSync } from 'node:fs';
import type { MessagePort } from 'node:worker_threads';

/** Loaded when there is a thread to start, which is seldom. */
const threads = () => process.getBuiltinModule('node:worker_threads');

/** The main thread's end. */
export interface Thread {
  post(message: unknown): void;
  /** Handles every message that has come, then waits at most `limitMs` for one more and handles it; 0 does not wait. */
  receive(limitMs: number): void;
  /** Ends the thread; the processes it holds are gone before this returns, unless it does not answer within `PATIENCE_MS`. */
  end(): void;
}

export interface ThreadEvents {
  message(message: unknown): void;
  /** The thread is gone though nobody ended it. */
  broken(reason: string): void;
}

/** How long a thread is given to end what it holds. */
const PATIENCE_MS = 100;

/** What asks a thread to do so. */
const END = 'end';

interface Wires {
  /** The worker's own file. */
  readonly file: string;
  readonly port: MessagePort;
  /** How many messages the thread has sent, and whether it has ended what it holds. */
  readonly signal: Int32Array;
}

/** Starts `file`; neither the thread nor its port keeps the process alive. */
export function startThread(file: string, events: ThreadEvents): Thread {
  const { MessageChannel, receiveMessageOnPort, Worker } = threads();
  const { port1: port, port2 } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(8));
  const wires: Wires = { file, port: port2, signal };
  let over = false;
  const breakDown = (reason: string): void => {
    if (over) return;
    over = true;
    events.broken(reason);
  };
  if (!existsSync(file)) throw new Error(`${file} is missing`);
  const worker = new Worker(file, {
    workerData: wires,
    transferList: [port2],
    execArgv: [],
    // What a compiler prints there before it dies is for its authors.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  });
  worker.on('error', (error) => breakDown(error.message));
  worker.on('exit', (code) => breakDown(`its thread exited with ${code}`));
  port.on('message', events.message);
  port.unref();
  worker.unref();

  const drain = (): boolean => {
    let any = false;
    for (let next = receiveMessageOnPort(port); next !== undefined; next = receiveMessageOnPort(port)) {
      any = true;
      events.message(next.message);
    }
    return any;
  };
  return {
    post: (message) => port.postMessage(message),
    receive(limitMs) {
      const seen = Atomics.load(signal, 0);
      if (drain() || limitMs <= 0) return;
      Atomics.wait(signal, 0, seen, limitMs);
      drain();
    },
    end() {
      over = true;
      port.postMessage(END);
      Atomics.wait(signal, 1, 0, PATIENCE_MS);
      port.close();
      void worker.terminate();
    },
  };
}

/** The worker's end. */
export function mainThread(): {
  readonly file: string;
  post(message: unknown): void;
  /** `end` is called once, when the thread is to end what it holds. */
  listen(handler: (message: unknown) => void, end: () => Promise<void>): void;
} {
  const { file, port, signal } = threads().workerData as Wires;
  return {
    file,
    post(message) {
      port.postMessage(message);
      Atomics.add(signal, 0, 1);
      Atomics.notify(signal, 0);
    },
    listen(handler, end) {
      port.on('message', (message: unknown) => {
        if (message !== END) handler(message);
        else
          void end().finally(() => {
            Atomics.store(signal, 1, 1);
            Atomics.notify(signal, 1);
          });
      });
    },
  };
}
