/** Compares the files of a site with the last snapshot of them: all of them (a sweep), or those that an event spoke of (a look). */

import type { ReadFs } from '../../ports/fs.ts';
import { type Change, isUnchanged, type Snapshot, stampOf, walkFiles } from './snapshot.ts';
import type { WatchScope } from './watch-scope.ts';

export interface Seen {
  readonly snapshot: Snapshot;
  readonly changes: readonly Change[];
  /** Whether a file is being written just now: it is left for the next time. */
  readonly unsettled: boolean;
}

export interface SweepPorts {
  readonly fs: ReadFs;
  /** Milliseconds since the epoch. */
  nowMs(): number;
}

export interface SweepOptions {
  readonly scope: WatchScope;
  readonly before: Snapshot;
  /** Takes files that are still growing as they are: they have been waited for long enough. */
  readonly impatient?: boolean;
  /** The scope has grown, not the site: what the old one did not cover and has not been written to since is no change. */
  readonly grown?: { readonly from: WatchScope; readonly sinceMs: number } | undefined;
}

/** A file that grew and was written to so lately may be half of itself. */
const HALF_WRITTEN_MS = 20;

/** Looks at everything; yields now and then, so that a caller can let others in or give up. */
export function* sweep(ports: SweepPorts, options: SweepOptions): Generator<void, Seen> {
  const { fs } = ports;
  const { scope, before, impatient = false, grown } = options;
  const snapshot: Snapshot = new Map();
  const changes: Change[] = [];
  let unsettled = false;
  let steps = 0;
  for (const root of scope.roots) {
    for (const [path, stat] of walkFiles(fs, scope, root)) {
      if (++steps % 64 === 0) yield;
      const was = before.get(path);
      const now = ports.nowMs();
      if (was !== undefined && isUnchanged(fs, path, was, stat)) {
        snapshot.set(path, was.content === undefined ? was : stampOf(fs, path, stat, now));
        continue;
      }
      const stamp = stampOf(fs, path, stat, now);
      if (grown !== undefined && !grown.from.covers(path) && stat.mtimeMs < grown.sinceMs) {
        snapshot.set(path, stamp);
        continue;
      }
      const grows = stat.size > (was?.size ?? 0) || stat.size === 0;
      if (!impatient && grows && Math.abs(now - stat.mtimeMs) < HALF_WRITTEN_MS) {
        unsettled = true;
        if (was !== undefined) snapshot.set(path, was);
        continue;
      }
      snapshot.set(path, stamp);
      changes.push({ path, kind: was === undefined ? 'added' : 'changed' });
    }
  }
  for (const path of before.keys()) {
    if (!snapshot.has(path) && scope.covers(path)) changes.push({ path, kind: 'removed' });
  }
  return { snapshot, changes, unsettled };
}

/** Looks at a few paths, files or folders; `snapshot` is brought up to date in place. */
export function look(
  ports: SweepPorts,
  scope: WatchScope,
  snapshot: Snapshot,
  paths: Iterable<string>,
): Omit<Seen, 'snapshot'> {
  const changes: Change[] = [];
  let unsettled = false;
  for (const path of paths) {
    if (!scope.covers(path)) continue;
    const found = new Set<string>();
    for (const [file, stat] of walkFiles(ports.fs, scope, path)) {
      found.add(file);
      const was = snapshot.get(file);
      if (was !== undefined && isUnchanged(ports.fs, file, was, stat)) continue;
      // Editors that empty a file before they write it are at work on it.
      if (stat.size === 0 && was !== undefined && was.size > 0) {
        unsettled = true;
        continue;
      }
      snapshot.set(file, stampOf(ports.fs, file, stat, ports.nowMs()));
      changes.push({ path: file, kind: was === undefined ? 'added' : 'changed' });
    }
    for (const gone of found.has(path) ? [] : goneBelow(snapshot, path, found)) {
      snapshot.delete(gone);
      changes.push({ path: gone, kind: 'removed' });
    }
  }
  return { changes, unsettled };
}

function goneBelow(snapshot: Snapshot, path: string, found: ReadonlySet<string>): string[] {
  if (snapshot.has(path)) return [path];
  const gone: string[] = [];
  const inside = `${path}/`;
  for (const file of snapshot.keys()) if (file.startsWith(inside) && !found.has(file)) gone.push(file);
  return gone;
}
