/** The entry of the worker thread, bundled on its own as `lib/sass-worker.cjs`: nothing but wires between Node and the workshop. */

import { nodeFs } from '../base/node/fs.ts';
import { findNativeCompiler } from '../base/node/sass-compilers.ts';
import { startSassProcess } from '../base/node/sass-process.ts';
import { mainThread } from '../base/node/sass-thread.ts';
import type { Compiler } from './compiler.ts';
import { javascriptCompiler } from './javascript-compiler.ts';
import type { ToWorker } from './jobs.ts';
import { nativeCompiler } from './native-compiler.ts';
import { createWorkshop } from './workshop.ts';

const main = mainThread();

async function startCompiler(name: string | undefined): Promise<Compiler> {
  const native = name === 'sass' ? undefined : findNativeCompiler(main.file);
  if (native !== undefined) return nativeCompiler(startSassProcess(native.command));
  return javascriptCompiler(await import('sass'));
}

const workshop = createWorkshop({ fs: nodeFs, send: main.post, startCompiler });
// The door: only the main thread of this very program holds the other end.
main.listen((message) => workshop.take(message as ToWorker), workshop.end);
