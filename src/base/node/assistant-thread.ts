/** The wires between two threads that render one site: claims lie in shared memory, results come as messages. */

import {
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  Worker,
  workerData,
} from 'node:worker_threads';

/** More chunks than any site has; what lies beyond is the main thread's. */
const MOST_CHUNKS = 16_384;
/** How long a result is waited for before the main thread makes it itself. */
const PATIENCE_MS = 20_000;

const MAIN = 1;
const OTHER = 2;

/** At the end of the claims: how many messages were sent, and whether no more will come. */
const SENT = MOST_CHUNKS;
const OVER = MOST_CHUNKS + 1;

interface Wires {
  readonly port: MessagePort;
  readonly claims: Int32Array;
  /** What the other thread is to build. */
  readonly order: unknown;
}

interface Given<Result> {
  readonly chunk: number;
  readonly result: Result;
}

function claim(claims: Int32Array, chunk: number, who: number): boolean {
  return chunk < MOST_CHUNKS ? Atomics.compareExchange(claims, chunk, 0, who) === 0 : who === MAIN;
}

export interface AssistantThread<Result> {
  claim(chunk: number): boolean;
  take(chunk: number): Result | undefined;
  end(): void;
}

/** Starts `file`, which calls `assist`. Neither the thread nor its port keeps the process alive. */
export function startAssistant<Result>(file: string, order: unknown): AssistantThread<Result> {
  const { port1: port, port2 } = new MessageChannel();
  const claims = new Int32Array(new SharedArrayBuffer(4 * (MOST_CHUNKS + 2)));
  const wires: Wires = { port: port2, claims, order };
  const worker = new Worker(file, {
    workerData: wires,
    transferList: [port2],
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  worker.on('error', () => {});
  worker.unref();
  port.unref();
  const given = new Map<number, Result>();
  const drain = (): void => {
    for (let next = receiveMessageOnPort(port); next !== undefined; next = receiveMessageOnPort(port)) {
      // The door: the other end is this program's own.
      const { chunk, result } = next.message as Given<Result>;
      given.set(chunk, result);
    }
  };
  return {
    claim: (chunk) => claim(claims, chunk, MAIN),
    take(chunk) {
      const until = performance.now() + PATIENCE_MS;
      for (;;) {
        const sent = Atomics.load(claims, SENT);
        const isOver = Atomics.load(claims, OVER) !== 0;
        drain();
        const result = given.get(chunk);
        given.delete(chunk);
        if (result !== undefined || isOver || performance.now() > until) return result;
        Atomics.wait(claims, SENT, sent, 1000);
      }
    },
    end() {
      // a thread that finds nothing left to claim ends by itself, sooner than it can be ended
      for (let chunk = 0; chunk < MOST_CHUNKS; chunk++) claim(claims, chunk, MAIN);
      port.close();
      void worker.terminate();
    },
  };
}

/** In the thread: `work` is given the order and the means to claim and give; what it throws ends it in silence. */
export async function assist<Result>(
  work: (
    order: unknown,
    assistance: { claim(chunk: number): boolean; give(chunk: number, result: Result): void },
  ) => Promise<unknown>,
): Promise<void> {
  const { port, claims, order } = workerData as Wires;
  const tell = (): void => {
    Atomics.add(claims, SENT, 1);
    Atomics.notify(claims, SENT);
  };
  try {
    await work(order, {
      claim: (chunk) => claim(claims, chunk, OTHER),
      give(chunk, result) {
        port.postMessage({ chunk, result } satisfies Given<Result>);
        tell();
      },
    });
  } catch {
    // the main thread makes what did not come
  } finally {
    Atomics.store(claims, OVER, 1);
    tell();
  }
}
