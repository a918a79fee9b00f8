/** Node's side of the stylesheets: where the worker's file lies decides which compiler is found. */

import { identifyCompiler } from './sass-compilers.ts';
import { startThread, type Thread, type ThreadEvents } from './sass-thread.ts';

export interface NodeSassPorts {
  identify(name: string | undefined): string;
  startThread(events: ThreadEvents): Thread;
  after(ms: number, run: () => void): () => void;
}

/** `workerFile` is the absolute path of `lib/sass-worker.cjs`. */
export function nodeSassPorts(workerFile: string): NodeSassPorts {
  return {
    identify: (name) => identifyCompiler(workerFile, name),
    startThread: (events) => startThread(workerFile, events),
    after(ms, run) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  };
}
