/** A worker on the main thread: the native compiler is a process of its own, so that its callbacks need no second thread. */

import type { ReadFs } from '../../ports/fs.ts';
import type { HereWorker, WorkerEvents } from './ports.ts';
import { createSassWorker, type SassWorkerPorts } from './worker.ts';

/** `startNative` starts the native compiler, the only one that this worker uses. Posts nothing after `end`. */
export function startMainThreadWorker(
  fs: ReadFs,
  startNative: SassWorkerPorts['startNative'],
  events: WorkerEvents,
): HereWorker {
  let ended = false;
  const worker = createSassWorker({
    fs,
    startNative,
    loadSass: () => Promise.reject(new Error('the JavaScript compiler needs a thread')),
    post(message) {
      if (!ended) events.message(message);
    },
  });
  return {
    post: worker.take,
    end() {
      ended = true;
      void worker.end();
    },
  };
}
