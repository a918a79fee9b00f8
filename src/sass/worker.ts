/** The entry of the worker thread, bundled on its own as `lib/sass-worker.cjs`: nothing but wires between Node and the workshop. */

import { nodeFs } from '../base/node/fs.ts';
import { startCompiler } from '../base/node/sass-compilers.ts';
import { mainThread } from '../base/node/sass-thread.ts';
import type { ToWorker } from './jobs.ts';
import { createWorkshop } from './workshop.ts';

const main = mainThread();
const take = createWorkshop({ fs: nodeFs, send: main.post, startCompiler });
// The door: only the main thread of this very program holds the other end.
main.listen((message) => take(message as ToWorker));
