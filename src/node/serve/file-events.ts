/** File events from chokidar. It is given folders alone: a watch on each file as well costs seconds on a big site and reports no more. */

import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, sep } from 'node:path';
import type { FSWatcher } from 'chokidar';
import { baseName } from '../../base/paths.ts';
import type { FileEventListener, FileEventScope, FileEvents } from '../../ports/file-events.ts';
import { withSlashes } from '../fs.ts';

/** Loads chokidar, which is not needed before. */
export async function openFileEvents(
  scope: FileEventScope,
  listener: FileEventListener,
): Promise<FileEvents> {
  // The types are the package's own.
  const { watch } = createRequire(import.meta.url)('chokidar') as typeof import('chokidar');
  const entries = entryFolders(scope);
  const watcher = watch([...entries.folders], {
    ignoreInitial: true,
    atomic: false,
    ignorePermissionErrors: true,
    ignored(path, stats) {
      const plain = withSlashes(path);
      if (entries.folders.has(plain) || entries.above.has(plain)) return false;
      if (stats?.isFile() === true || !scope.covers(plain)) return true;
      // chokidar asks first without, then with what it found at the other end of a link.
      return stats?.isDirectory() === true && !scope.enters(plain);
    },
  });
  const listings = limitListings(watcher);
  const replaced = new ReplacedFolders(watcher, listener, listings, (root) => {
    if (scope.roots.includes(root)) watcher.add(addFolderAbove(root, scope, entries));
  });
  watcher.on('raw', (event, name, details) => {
    const watched: unknown =
      typeof details === 'object' && details !== null ? Reflect.get(details, 'watchedPath') : undefined;
    if (typeof watched !== 'string') return;
    const folder = withSlashes(watched);
    if (event === 'rename' && baseName(folder) === name) replaced.add(watched);
    listener.changed(typeof name === 'string' ? `${folder}/${withSlashes(name)}` : folder);
  });
  for (const event of ['addDir', 'unlinkDir'] as const)
    watcher.on(event, (path) => listener.changed(withSlashes(path)));
  watcher.on('unlinkDir', listings.forget);
  watcher.on('ready', listener.ready);
  watcher.on('error', (error) => {
    const { code = 'EIO', message } = error as NodeJS.ErrnoException;
    // Links that lead to each other lead nowhere, as one to a missing file does.
    if (code !== 'ELOOP') listener.failed(code, message);
  });
  return { close: () => watcher.close() };
}

/** The folders that chokidar is given, in `/` form. */
interface EntryFolders {
  readonly folders: Set<string>;
  /** Folders outside of the scope, there or not, that lie above a root: watched for the next one on the way to it. */
  readonly above: Set<string>;
}

/**
 * Every root that is a folder; for any other one the nearest folder above it. An absent root must not reach chokidar, which
 * counts it twice and so reports ready while folders are still to be watched (`add` and `_addToNodeFs` of chokidar 5). A file
 * that is watched by itself is lost when it is removed for a moment.
 */
function entryFolders(scope: FileEventScope): EntryFolders {
  const entries: EntryFolders = { folders: new Set(), above: new Set() };
  for (const root of scope.roots) {
    if (isFolder(root)) entries.folders.add(root);
    else addFolderAbove(root, scope, entries);
  }
  return entries;
}

/** Adds the nearest folder above `root` that exists, unless it is watched with the root that it lies in; returns what is new. */
function addFolderAbove(root: string, scope: FileEventScope, { folders, above }: EntryFolders): string[] {
  for (let path = root; path !== dirname(path); ) {
    path = dirname(path);
    if (scope.covers(path)) return [];
    above.add(path);
    if (!isFolder(path)) continue;
    folders.add(path);
    return [path];
  }
  return [];
}

function isFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  } catch {
    return false;
  }
}

/**
 * A folder that is deleted or moved reports this by its own name, and its watch is dead from then on. chokidar does not notice
 * where another folder has taken its place by the time it looks, as a checkout does: nothing in it would be reported again.
 */
class ReplacedFolders {
  /** So long after its end a folder is looked for again. */
  static readonly LOOK_MS = 20;
  /** chokidar does not say when a folder that is added later is watched: what happens in it until then is looked for after this. */
  static readonly WATCHED_MS = 300;

  readonly #watcher: FSWatcher;
  readonly #listener: FileEventListener;
  readonly #listings: Listings;
  readonly #removed: (folder: string) => void;
  readonly #dead = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  /** `removed` is called with a folder that nothing has replaced, in `/` form. */
  constructor(
    watcher: FSWatcher,
    listener: FileEventListener,
    listings: Listings,
    removed: (folder: string) => void,
  ) {
    this.#watcher = watcher;
    this.#listener = listener;
    this.#listings = listings;
    this.#removed = removed;
  }

  add(folder: string): void {
    this.#dead.add(folder);
    this.#timer ??= setTimeout(() => this.#rewatch(), ReplacedFolders.LOOK_MS);
    this.#timer.unref();
  }

  #rewatch(): void {
    this.#timer = undefined;
    const folders = [...this.#dead].sort();
    this.#dead.clear();
    if (this.#watcher.closed) return;
    for (const folder of folders) {
      const path = withSlashes(folder);
      this.#watcher._remove(dirname(folder), basename(folder), true);
      this.#listings.forget(folder);
      if (!isFolder(folder)) {
        this.#removed(path);
        continue;
      }
      this.#watcher.add(folder);
      this.#listener.changed(path);
      setTimeout(() => this.#listener.changed(path), ReplacedFolders.WATCHED_MS).unref();
    }
  }
}

interface Listings {
  /** A folder that has gone may come back with the time that it had: it is listed again then. */
  forget(folder: string): void;
}

/** Times of folders advance in steps of a few milliseconds. */
const YOUNG_MS = 50;

/**
 * chokidar lists a folder again, and looks at each file in it, whenever one of its files is written to: 24 ms of work in a
 * folder of 1,000 posts. There is something new in the list only when the folder's own time has changed.
 */
function limitListings(watcher: FSWatcher): Listings {
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
  return {
    forget(folder) {
      for (const path of [...listed.keys()])
        if (path === folder || path.startsWith(folder + sep)) listed.delete(path);
    },
  };
}
