/** File events from chokidar. It is given the folders alone: a watch on each file as well costs seconds on a big site and tells no more. */

import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, sep } from 'node:path';
import type { FSWatcher } from 'chokidar';
import { baseName } from '../../base/paths.ts';
import { withSlashes } from '../fs.ts';

export interface HintScope {
  /** Absolute paths of folders and files. */
  readonly roots: readonly string[];
  admits(path: string): boolean;
  /** Whether this folder, or link to one, is to be listened to. */
  enters(folder: string): boolean;
}

export interface HintSink {
  /** Something may have changed at this absolute path. */
  hint(path: string): void;
  /** Every folder is listened to, as far as is known; called again when a folder that came late has been listened to as well. */
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
      if (roots.has(plain)) return false;
      if (stats?.isFile() === true || !scope.admits(plain)) return true;
      // chokidar asks first without, then with what it found at the other end of a link.
      return stats?.isDirectory() === true && !scope.enters(plain);
    },
  });
  const forget = rereadChangedFoldersAlone(watcher);
  const revive = createReviver(watcher, sink, forget);
  watcher.on('raw', (event, name, details) => {
    const watched: unknown =
      typeof details === 'object' && details !== null ? Reflect.get(details, 'watchedPath') : undefined;
    if (typeof watched !== 'string') return;
    const folder = withSlashes(watched);
    // A file that is watched by itself gives its own name.
    const isWhole = typeof name !== 'string' || (roots.has(folder) && baseName(folder) === name);
    if (event === 'rename' && baseName(folder) === name && !roots.has(folder)) revive(watched);
    sink.hint(isWhole ? folder : `${folder}/${withSlashes(name)}`);
  });
  for (const event of ['addDir', 'unlinkDir'] as const)
    watcher.on(event, (path) => sink.hint(withSlashes(path)));
  watcher.on('unlinkDir', forget);
  // chokidar may report ready before the last folders are watched, probably because it counts absent roots twice.
  watcher.on('ready', () => {
    sink.ready();
    setTimeout(() => !watcher.closed && sink.ready(), UNHEARD_MS).unref();
  });
  watcher.on('error', (error) => {
    const { code = 'EIO', message } = error as NodeJS.ErrnoException;
    // Links that lead to each other lead nowhere, as one to a missing file does.
    if (code === 'ELOOP') return;
    sink.trouble(code, message);
  });
  return { close: () => watcher.close() };
}

/** So long after its end a folder is looked for again, and after its beginning for what was not heard. */
const REVIVE_MS = 20;
const UNHEARD_MS = 300;

/**
 * A folder that is deleted or moved tells so by its own name, and its watch is dead from then on. chokidar does not notice
 * where another folder has taken its place by the time it looks (a checkout does that): it would be deaf there for ever.
 */
function createReviver(
  watcher: FSWatcher,
  { hint }: HintSink,
  forget: (folder: string) => void,
): (folder: string) => void {
  const dead = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const revive = (): void => {
    timer = undefined;
    const folders = [...dead].sort();
    dead.clear();
    if (watcher.closed) return;
    for (const folder of folders) {
      watcher._remove(dirname(folder), basename(folder), true);
      forget(folder);
      if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) continue;
      watcher.add(folder);
      hint(withSlashes(folder));
      setTimeout(() => hint(withSlashes(folder)), UNHEARD_MS).unref();
    }
  };
  return (folder) => {
    dead.add(folder);
    timer ??= setTimeout(revive, REVIVE_MS);
    timer.unref();
  };
}

/** Changes of a folder's time come in steps of a few milliseconds. */
const YOUNG_MS = 50;

/**
 * chokidar lists a folder again, and looks at each file in it, whenever one of its files is written to: 24 ms of work in a
 * folder of 1,000 posts. There is something new in the list only when the folder's own time has changed. The returned function
 * is to be told of folders that have gone: one may come back with the time that it had.
 */
function rereadChangedFoldersAlone(watcher: FSWatcher): (folder: string) => void {
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
  return (folder) => {
    for (const path of [...listed.keys()])
      if (path === folder || path.startsWith(folder + sep)) listed.delete(path);
  };
}
