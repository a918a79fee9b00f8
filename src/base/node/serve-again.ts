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
 * and typed lines are handed on. Resolves with the exit status. In such a thread it asks to be started again.
 */
export async function startAgain(more: readonly string[], end: () => void): Promise<number> {
  if (isStartedAgain) return AGAIN;
  const [, script = '', ...words] = process.argv;
  let worker: Worker | undefined;
  let interrupted = false;
  const ends = [
    onInterrupt(() => {
      interrupted = true;
      worker?.postMessage({ interrupt: true });
    }, end),
    onTypedLine((line) => worker?.postMessage({ line })),
  ];
  for (;;) {
    worker = new Worker(script, { argv: [...words, ...more], workerData: MARK });
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

/** In such a thread: what the first one hands on. The returned function ends it. */
export function onHandedOn(call: (message: { interrupt?: boolean; line?: string }) => void): () => void {
  parentPort?.on('message', call);
  return () => void parentPort?.off('message', call);
}
