/** The ports of the stylesheets: Node's, and the worker that needs no thread. */

import { startMainThreadWorker } from '../engines/sass/main-thread-worker.ts';
import type { SassPorts } from '../engines/sass/ports.ts';
import { nodeFs } from '../node/fs.ts';
import { findNativeCompiler } from '../node/sass/sass-compilers.ts';
import { nodeSassPorts } from '../node/sass/sass-ports.ts';
import { startSassProcess } from '../node/sass/sass-process.ts';

/** `workerFile` is the absolute path of `lib/sass-worker.cjs`; the compilers are those that are found from there. */
export function createSassPorts(workerFile: string): SassPorts {
  return {
    ...nodeSassPorts(workerFile),
    startHere(events) {
      const native = findNativeCompiler(workerFile);
      return native && startMainThreadWorker(nodeFs, () => startSassProcess(native.command), events);
    },
  };
}
