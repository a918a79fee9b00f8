/** Runs the program once more in a thread of its own: loaded code is never unloaded, but ends with its thread. */

import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { onInterrupt, onTypedLine } from './serve-desktop.ts';

/** The exit status by which a thread asks for another restart. */
const RESTART_STATUS = 75;

const MARK = 'hastie: restart';

/** Whether this is such a thread. */
export const isRestart = !isMainThread && workerData === MARK;

/**
 * Runs this program with the words of its command line and `more`, as often as the thread asks for it; signals and typed
 * lines are forwarded, but an interrupt that the thread does not listen for calls `exitNow`. Resolves with the exit status.
 * In such a thread it asks for another restart.
 */
export async function restart(more: readonly string[], exitNow: () => void): Promise<number> {
  if (isRestart) return RESTART_STATUS;
  const [, script = '', ...words] = process.argv;
  let worker: Worker | undefined;
  let listens = false;
  let interrupted = false;
  const interrupt = (): void => {
    interrupted = true;
    if (listens) worker?.postMessage({ interrupt: true });
    else exitNow();
  };
  const stops = [onInterrupt(interrupt, exitNow), onTypedLine((line) => worker?.postMessage({ line }))];
  for (;;) {
    listens = false;
    worker = new Worker(script, { argv: [...words, ...more], workerData: MARK });
    worker.on('message', (message: { listens: boolean }) => {
      listens = message.listens;
    });
    const status = await exitOf(worker);
    if (status === RESTART_STATUS && !interrupted) continue;
    for (const stop of stops) stop();
    return status === RESTART_STATUS ? 0 : status;
  }
}

function exitOf(worker: Worker): Promise<number> {
  return new Promise((resolve) => {
    worker.on('error', (error) => void process.stderr.write(`${String(error)}\n`));
    worker.on('exit', resolve);
  });
}

/** `onInterrupt` in such a thread; further interrupts are handled by the main thread. */
export function onForwardedInterrupt(call: () => void): () => void {
  parentPort?.postMessage({ listens: true });
  const stop = onForwarded(({ interrupt }) => interrupt === true && call());
  return () => {
    stop();
    parentPort?.postMessage({ listens: false });
  };
}

/** `onTypedLine` in such a thread. */
export function onForwardedLine(call: (line: string) => void): () => void {
  return onForwarded(({ line }) => line !== undefined && call(line));
}

function onForwarded(call: (message: { interrupt?: boolean; line?: string }) => void): () => void {
  parentPort?.on('message', call);
  return () => void parentPort?.off('message', call);
}
