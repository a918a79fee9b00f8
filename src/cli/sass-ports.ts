/** The ports of the stylesheets: Node's, and the workshop that needs no thread. */

import { nodeFs } from '../base/node/fs.ts';
import { findNativeCompiler } from '../base/node/sass-compilers.ts';
import { nodeSassPorts } from '../base/node/sass-ports.ts';
import { startSassProcess } from '../base/node/sass-process.ts';
import type { SassPorts } from '../sass/compile-queue.ts';
import { openWorkshopHere } from '../sass/workshop-here.ts';

/** `workerFile` is the absolute path of `lib/sass-worker.cjs`; the compilers are those that are found from there. */
export function createSassPorts(workerFile: string): SassPorts {
  return {
    ...nodeSassPorts(workerFile),
    startHere(events) {
      const native = findNativeCompiler(workerFile);
      return native && openWorkshopHere(nodeFs, () => startSassProcess(native.command), events);
    },
  };
}
