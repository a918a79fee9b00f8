/** Compares files with a snapshot of them: all files of the site (a poll), or those that an event named (a check). */

import type { FileStat, ReadFs } from '../../ports/fs.ts';
import { type Change, isUnchanged, type Snapshot, stampOf, walkFiles } from './snapshot.ts';
import type { WatchScope } from './watch-scope.ts';

export interface Comparison {
  readonly changes: readonly Change[];
  /** Whether a file is being written just now: it is left for the next time. */
  readonly unfinished: boolean;
}

export interface Poll extends Comparison {
  readonly snapshot: Snapshot;
}

export interface PollPorts {
  readonly fs: ReadFs;
  /** Milliseconds since the epoch. */
  nowMs(): number;
}

export interface PollOptions {
  readonly scope: WatchScope;
  readonly before: Snapshot;
  /** Takes files that are still growing as they are: they have been waited for long enough. */
  readonly takesUnfinished?: boolean;
  /** The scope has grown, not the site: what `from` did not cover and has not been written to since is no change. */
  readonly widened?: { readonly from: WatchScope; readonly sinceMs: number } | undefined;
}

/** A file that grew and was written to so lately may be half of itself. */
const HALF_WRITTEN_MS = 20;

/** So many files are compared before the caller gets a chance to do something else. */
const STEP = 64;

/** A poll while it goes on. */
interface Findings {
  readonly snapshot: Snapshot;
  readonly changes: Change[];
  unfinished: boolean;
}

/** Compares all files; yields now and then, so that a caller can handle requests or give up. */
export function* pollFiles(ports: PollPorts, options: PollOptions): Generator<void, Poll> {
  const { scope, before } = options;
  const findings: Findings = { snapshot: new Map(), changes: [], unfinished: false };
  let steps = 0;
  for (const root of scope.roots) {
    for (const [path, stat] of walkFiles(ports.fs, scope, root)) {
      if (++steps % STEP === 0) yield;
      pollFile(ports, options, findings, path, stat);
    }
  }
  const { snapshot, changes } = findings;
  for (const path of before.keys()) {
    if (!snapshot.has(path) && scope.covers(path)) changes.push({ path, kind: 'removed' });
  }
  return findings;
}

function pollFile(
  { fs, nowMs }: PollPorts,
  { before, takesUnfinished = false, widened }: PollOptions,
  findings: Findings,
  path: string,
  stat: FileStat,
): void {
  const { snapshot, changes } = findings;
  const was = before.get(path);
  const now = nowMs();
  if (was !== undefined && isUnchanged(fs, path, was, stat)) {
    snapshot.set(path, was.content === undefined ? was : stampOf(fs, path, stat, now));
    return;
  }
  const isOld = widened !== undefined && !widened.from.covers(path) && stat.mtimeMs < widened.sinceMs;
  const grows = stat.size > (was?.size ?? 0) || stat.size === 0;
  if (!isOld && !takesUnfinished && grows && Math.abs(now - stat.mtimeMs) < HALF_WRITTEN_MS) {
    findings.unfinished = true;
    if (was !== undefined) snapshot.set(path, was);
    return;
  }
  snapshot.set(path, stampOf(fs, path, stat, now));
  if (!isOld) changes.push({ path, kind: was === undefined ? 'added' : 'changed' });
}

/** Compares a few paths, files or folders; `snapshot` is brought up to date in place. */
export function checkPaths(
  ports: PollPorts,
  scope: WatchScope,
  snapshot: Snapshot,
  paths: Iterable<string>,
): Comparison {
  const findings: Findings = { snapshot, changes: [], unfinished: false };
  for (const path of paths) if (scope.covers(path)) checkPath(ports, scope, findings, path);
  return { changes: findings.changes, unfinished: findings.unfinished };
}

function checkPath({ fs, nowMs }: PollPorts, scope: WatchScope, findings: Findings, path: string): void {
  const { snapshot, changes } = findings;
  const found = new Set<string>();
  for (const [file, stat] of walkFiles(fs, scope, path)) {
    found.add(file);
    const was = snapshot.get(file);
    if (was !== undefined && isUnchanged(fs, file, was, stat)) continue;
    // Some editors empty a file before they write it.
    if (stat.size === 0 && was !== undefined && was.size > 0) {
      findings.unfinished = true;
      continue;
    }
    snapshot.set(file, stampOf(fs, file, stat, nowMs()));
    changes.push({ path: file, kind: was === undefined ? 'added' : 'changed' });
  }
  for (const removed of found.has(path) ? [] : removedBelow(snapshot, path, found)) {
    snapshot.delete(removed);
    changes.push({ path: removed, kind: 'removed' });
  }
}

function removedBelow(snapshot: Snapshot, path: string, found: ReadonlySet<string>): string[] {
  if (snapshot.has(path)) return [path];
  const inside = `${path}/`;
  return [...snapshot.keys()].filter((file) => file.startsWith(inside) && !found.has(file));
}
