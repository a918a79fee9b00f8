/** The entry of the worker thread, bundled on its own as `lib/sass-worker.cjs`: connects Node to the engine's worker. */

import { createSassWorker } from '../../engines/sass/worker.ts';
import { nodeFs } from '../fs.ts';
import { findNativeCompiler } from './sass-compilers.ts';
import { startSassProcess } from './sass-process.ts';
import { mainThread } from './sass-thread.ts';

const main = mainThread();

const worker = createSassWorker({
  fs: nodeFs,
  post: main.post,
  startNative() {
    const native = findNativeCompiler(main.file);
    return native && startSassProcess(native.command);
  },
  loadSass: () => import('sass'),
});
main.listen(worker.take, worker.end);
