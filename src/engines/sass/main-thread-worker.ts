/** A workshop on the main thread: the native compiler is a process of its own and needs somebody to answer it, not a thread. */

import type { ReadFs } from '../../ports/fs.ts';
import type { HereWorker, WorkerEvents } from './compile/compile-queue.ts';
import { type CompilerProcess, nativeCompiler } from './compilers/native-compiler.ts';
import type { ToWorker } from './jobs.ts';
import { createWorkshop } from './worker.ts';

/** `startProcess` starts the native compiler. */
export function openWorkshopHere(
  fs: ReadFs,
  startProcess: () => CompilerProcess,
  events: WorkerEvents,
): HereWorker {
  let ended = false;
  const workshop = createWorkshop({
    fs,
    send(message) {
      if (!ended) events.message(message);
    },
    startCompiler: async () => nativeCompiler(startProcess()),
  });
  return {
    // The door: only the queue that opened this holds it.
    post: (message) => workshop.take(message as ToWorker),
    end() {
      ended = true;
      void workshop.end();
    },
  };
}
