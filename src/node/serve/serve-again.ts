/** Runs the program once more in a thread of its own: code that was loaded is never unloaded, but goes with its thread. */

import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { onInterrupt, onTypedLine } from './serve-desktop.ts';

/** The exit status by which a thread asks to be started again. */
const AGAIN = 75;

const MARK = 'hastie: started again';

/** Whether this is such a thread. */
export const isStartedAgain = !isMainThread && workerData === MARK;

/**
 * Runs this program with the words of its command line and `more`, again and again as long as the thread asks for it; signals
 * and typed lines are handed on, but a thread that does not listen is ended by `end`. Resolves with the exit status. In such
 * a thread it asks to be started again.
 */
export async function startAgain(more: readonly string[], end: () => void): Promise<number> {
  if (isStartedAgain) return AGAIN;
  const [, script = '', ...words] = process.argv;
  let worker: Worker | undefined;
  let listens = false;
  let interrupted = false;
  const interrupt = (): void => {
    interrupted = true;
    if (listens) worker?.postMessage({ interrupt: true });
    else end();
  };
  const ends = [onInterrupt(interrupt, end), onTypedLine((line) => worker?.postMessage({ line }))];
  for (;;) {
    listens = false;
    worker = new Worker(script, { argv: [...words, ...more], workerData: MARK });
    worker.on('message', (message: { listens: boolean }) => {
      listens = message.listens;
    });
    const status = await ended(worker);
    if (status === AGAIN && !interrupted) continue;
    for (const stop of ends) stop();
    return status === AGAIN ? 0 : status;
  }
}

function ended(worker: Worker): Promise<number> {
  return new Promise((resolve) => {
    worker.on('error', (error) => void process.stderr.write(`${String(error)}\n`));
    worker.on('exit', resolve);
  });
}

/** `onInterrupt` in such a thread; the further times are the first thread's. */
export function onHandedInterrupt(call: () => void): () => void {
  parentPort?.postMessage({ listens: true });
  const stop = onHandedOn(({ interrupt }) => interrupt === true && call());
  return () => {
    stop();
    parentPort?.postMessage({ listens: false });
  };
}

/** `onTypedLine` in such a thread. */
export function onHandedLine(call: (line: string) => void): () => void {
  return onHandedOn(({ line }) => line !== undefined && call(line));
}

function onHandedOn(call: (message: { interrupt?: boolean; line?: string }) => void): () => void {
  parentPort?.on('message', call);
  return () => void parentPort?.off('message', call);
}
