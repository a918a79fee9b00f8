/**
 * One build at a time in a destination: a lock that outlives no process. It is a file, created where nothing may be yet; its
 * text names the holder. Whatever else stands in its place is neither entered, written to nor removed.
 */

import { stampOf } from '../graph/world-recorder.ts';
import { attempt, type FileStat, type WriteFs } from '../ports/fs.ts';
import type { Processes } from '../ports/processes.ts';

export interface Lock {
  /** Never throws: a lock that can't be removed is stale as soon as this process ends. */
  release(): void;
}

/** Who holds a lock. */
interface Owner {
  readonly process: number;
  /** As `Processes.startOf` gives it, `-` where it gave nothing. */
  readonly start: string;
  readonly host: string;
}

export type Locking =
  | { readonly lock: Lock; readonly waited: boolean }
  | { readonly heldBy: string }
  /** What stands where the lock is to be, and is not one: `a link`. */
  | { readonly obstacle: string };

/** How long a build waits for another one. */
export const PATIENCE_MS = 5000;
/** A lock without a name in it is just being made; one that stays so lost its maker in between. */
const NAMELESS_MS = 3000;
/** No write takes so long: a lock that is older has lost its holder, where that can't be asked after. */
const OLDEST_MS = 15 * 60_000;
const PAUSE_MS = 25;
/** How often a lock may be gone that was in the way a moment ago. */
const MOST_TRIES = 100;
/** A build that waits for so long says what it waits for. */
const UNSAID_MS = 500;

const KINDS: Readonly<Record<FileStat['kind'], string>> = {
  file: 'a file',
  folder: 'a folder',
  link: 'a link',
  other: 'a device',
};

/**
 * Takes the lock that is the file `path`, waiting for a living holder and taking over a dead one's. `waiting` is called once with
 * the holder when that takes long. Throws `FsError`.
 */
export function takeLock(
  fs: WriteFs,
  path: string,
  processes: Processes,
  waiting: (holder: string) => void = () => {},
): Locking {
  const { id, host } = processes;
  const own = `${id} ${processes.startOf(id) ?? '-'} ${host}\n`;
  const patience = { lock: createPatience(), heir: createPatience() };
  for (let waited = 0; ; waited += PAUSE_MS) {
    const taken = () => ({ lock: { release: () => removeOwn(fs, path, own) }, waited: waited > 0 });
    const found = tryToCreate(fs, path, own);
    if (found === undefined) return taken();
    if (found.stat.kind !== 'file') return { obstacle: KINDS[found.stat.kind] };
    const owner = parseOwner(found.text);
    const isNew = patience.lock(found.stat) < NAMELESS_MS;
    const isStale = owner === undefined ? !isNew : !isAlive(owner, found.stat, processes);
    if (isStale && replaceStale(fs, path, own, found.stat, patience.heir)) return taken();
    const holder = owner === undefined ? 'another build' : describe(owner);
    if (waited >= PATIENCE_MS) return { heldBy: holder };
    if (waited === UNSAID_MS) waiting(holder);
    processes.sleep(PAUSE_MS);
  }
}

interface Found {
  readonly stat: FileStat;
  readonly text: string;
}

/** Undefined where the lock was created; else what is in its place. Throws where the system refuses and nothing is there. */
function tryToCreate(fs: WriteFs, path: string, own: string): Found | undefined {
  for (let tries = 1; ; tries++) {
    const refusal = attempt(() => fs.createFile(path, own));
    if (refusal === undefined) return undefined;
    const stat = fs.linkStat(path);
    if (stat !== undefined && stat.kind !== 'file') return { stat, text: '' };
    const text = textOf(fs, path);
    const isOthers = stat !== undefined && (refusal.code === 'EEXIST' || !own.startsWith(text));
    if (isOthers) return { stat, text };
    // gone between the two calls, unless the disk contradicts itself
    if (refusal.code === 'EEXIST' && tries < MOST_TRIES) continue;
    removeOwn(fs, path, own);
    throw refusal;
  }
}

/**
 * Replaces a dead holder's lock. Several builds may find it dead at once: only the one that creates the heir's file may, and
 * only as long as the lock is the one that was found dead.
 */
function replaceStale(fs: WriteFs, path: string, own: string, dead: FileStat, patience: Patience): boolean {
  const heir = `${path}-heir`;
  const refusal = attempt(() => fs.createFile(heir, own));
  if (refusal?.code === 'EEXIST') {
    const there = fs.linkStat(heir);
    // an heir that died over it
    if (there?.kind === 'file' && patience(there) >= NAMELESS_MS) attempt(() => fs.removeFile(heir));
    return false;
  }
  try {
    if (refusal !== undefined) throw refusal;
    if (stampOf(fs.linkStat(path)) !== stampOf(dead)) return false;
    fs.removeFile(path);
    return tryToCreate(fs, path, own) === undefined;
  } finally {
    removeOwn(fs, heir, own);
  }
}

/** How long a file has been looked at that is always the same one, in milliseconds of pauses. */
type Patience = (stat: FileStat) => number;

function createPatience(): Patience {
  let known = '';
  let passed = 0;
  return (stat) => {
    const stamp = stampOf(stat);
    passed = stamp === known ? passed + PAUSE_MS : 0;
    known = stamp;
    return passed;
  };
}

/** Removes the file as far as it is ours, one whose text could not be written whole included. */
function removeOwn(fs: WriteFs, path: string, own: string): void {
  attempt(() => {
    if (fs.linkStat(path)?.kind !== 'file') return;
    const text = textOf(fs, path);
    if (text !== '' && own.startsWith(text)) fs.removeFile(path);
  });
}

/** Empty where it can't be read. */
function textOf(fs: WriteFs, path: string): string {
  let text = '';
  attempt(() => {
    text = new TextDecoder().decode(fs.readHead(path, 400));
  });
  return text;
}

function parseOwner(text: string): Owner | undefined {
  const [, id, start, host] = /^(\d+) (\S+) (.*)\n$/.exec(text) ?? [];
  if (id === undefined || start === undefined || host === undefined) return undefined;
  return { process: Number(id), start, host };
}

/**
 * A process with our own number is not another one: it died before us, in a container where every build is process 1, or it is
 * we who could not let go. A number may have been given out again: the time of its start says so, where the system knows it.
 * A process of another machine (on a shared disk) can't be asked after, and counts as alive as long as its lock is young.
 */
function isAlive(owner: Owner, { mtimeMs }: FileStat, processes: Processes): boolean {
  const isYoung = Math.abs(processes.now() - mtimeMs) < OLDEST_MS;
  if (owner.host !== processes.host) return isYoung;
  if (owner.process === processes.id || !processes.isRunning(owner.process)) return false;
  const start = processes.startOf(owner.process);
  return start === undefined || owner.start === '-' ? isYoung : start === owner.start;
}

function describe({ process, host }: Owner): string {
  return `process ${process} on ${host}`;
}
