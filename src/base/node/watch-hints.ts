/** File events from chokidar. It is given the folders alone: a watch on each file as well costs seconds on a big site and tells no more. */

import { createRequire } from 'node:module';
import { baseName } from '../paths.ts';
import { withSlashes } from './fs.ts';

export interface HintScope {
  /** Absolute paths of folders and files. */
  readonly roots: readonly string[];
  admits(path: string): boolean;
}

export interface HintSink {
  /** Something may have changed at this absolute path. */
  hint(path: string): void;
  /** Events can't be had, or not all of them. */
  trouble(code: string, reason: string): void;
}

/** Loads chokidar, which is not needed before. */
export async function openHints(scope: HintScope, sink: HintSink): Promise<{ close(): Promise<void> }> {
  // The door: the package's own exports.
  const { watch } = createRequire(import.meta.url)('chokidar') as typeof import('chokidar');
  const roots = new Set(scope.roots);
  const watcher = watch([...roots], {
    ignoreInitial: true,
    atomic: false,
    ignorePermissionErrors: true,
    ignored: (path, stats) => {
      const plain = withSlashes(path);
      return !roots.has(plain) && (stats?.isFile() === true || !scope.admits(plain));
    },
  });
  watcher.on('raw', (_event, name, details) => {
    const watched: unknown =
      typeof details === 'object' && details !== null ? Reflect.get(details, 'watchedPath') : undefined;
    if (typeof watched !== 'string') return;
    const folder = withSlashes(watched);
    // A file that is watched by itself, or a folder that speaks of itself, gives its own name.
    const itself = typeof name !== 'string' || name === '' || baseName(folder) === name;
    sink.hint(folder);
    if (!itself || !roots.has(folder))
      sink.hint(typeof name === 'string' ? `${folder}/${withSlashes(name)}` : folder);
  });
  for (const event of ['addDir', 'unlinkDir'] as const)
    watcher.on(event, (path) => sink.hint(withSlashes(path)));
  watcher.on('error', (error) => {
    const { code = 'EIO', message } = error as NodeJS.ErrnoException;
    sink.trouble(code, message);
  });
  return { close: () => watcher.close() };
}
