/** The entry of the worker thread, bundled on its own as `lib/sass-worker.cjs`: nothing but wires between Node and the workshop. */

import type { Compiler } from '../../engines/sass/compilers/compiler.ts';
import { javascriptCompiler } from '../../engines/sass/compilers/javascript-compiler.ts';
import { nativeCompiler } from '../../engines/sass/compilers/native-compiler.ts';
import type { ToWorker } from '../../engines/sass/jobs.ts';
import { createWorkshop } from '../../engines/sass/worker.ts';
import { nodeFs } from '../fs.ts';
import { findNativeCompiler } from './sass-compilers.ts';
import { startSassProcess } from './sass-process.ts';
import { mainThread } from './sass-thread.ts';

const main = mainThread();

async function startCompiler(name: string | undefined): Promise<Compiler> {
  const native = name === 'sass' ? undefined : findNativeCompiler(main.file);
  if (native !== undefined) return nativeCompiler(startSassProcess(native.command));
  return javascriptCompiler(await import('sass'));
}

const workshop = createWorkshop({ fs: nodeFs, send: main.post, startCompiler });
// The door: only the main thread of this very program holds the other end.
main.listen((message) => workshop.take(message as ToWorker), workshop.end);
