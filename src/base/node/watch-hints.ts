/** File events from chokidar. It is given the folders alone: a watch on each file as well costs seconds on a big site and tells no more. */

import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FSWatcher } from 'chokidar';
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
  /** Every folder is listened to. */
  ready(): void;
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
  rereadChangedFoldersAlone(watcher);
  watcher.on('raw', (_event, name, details) => {
    const watched: unknown =
      typeof details === 'object' && details !== null ? Reflect.get(details, 'watchedPath') : undefined;
    if (typeof watched !== 'string') return;
    const folder = withSlashes(watched);
    // A file that is watched by itself gives its own name.
    const isWhole = typeof name !== 'string' || (roots.has(folder) && baseName(folder) === name);
    sink.hint(isWhole ? folder : `${folder}/${withSlashes(name)}`);
  });
  for (const event of ['addDir', 'unlinkDir'] as const)
    watcher.on(event, (path) => sink.hint(withSlashes(path)));
  watcher.on('ready', sink.ready);
  watcher.on('error', (error) => {
    const { code = 'EIO', message } = error as NodeJS.ErrnoException;
    sink.trouble(code, message);
  });
  return { close: () => watcher.close() };
}

/** Changes of a folder's time come in steps of a few milliseconds. */
const YOUNG_MS = 50;

/**
 * chokidar lists a folder again, and looks at each file in it, whenever one of its files is written to: 24 ms of work in a
 * folder of 1,000 posts. There is something new in the list only when the folder's own time has changed.
 */
function rereadChangedFoldersAlone(watcher: FSWatcher): void {
  const listed = new Map<string, number>();
  const throttle = watcher._throttle.bind(watcher);
  watcher._throttle = (action, path, timeout) => {
    if (action !== 'readdir') return throttle(action, path, timeout);
    const time = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (listed.get(path) === time && Date.now() - time > YOUNG_MS) return false;
    const allowed = throttle(action, path, timeout);
    if (allowed !== false) listed.set(path, time);
    return allowed;
  };
}
