/** One build at a time in a destination: a lock that outlives no process. It is a folder, because making one is atomic everywhere. */

import { FsError, type WriteFs } from '../ports/fs.ts';
import type { Processes } from '../ports/processes.ts';
import { attempt } from './system-reason.ts';

export interface Lock {
  /** Never throws: a lock that can't be removed is stale as soon as this process ends. */
  release(): void;
}

/** Who holds a lock. */
interface Owner {
  readonly process: number;
  readonly host: string;
}

export type Locking = { readonly lock: Lock; readonly waited: boolean } | { readonly heldBy: string };

/** How long a build waits for another one. */
export const PATIENCE_MS = 5000;
/** A lock without a name in it is just being made or taken down; one that stays so lost its maker in between. */
const NAMELESS_MS = 3000;
const PAUSE_MS = 25;

/** Takes the lock that is the folder `path`, waiting for a living holder and taking over a dead one's. Throws `FsError`. */
export function takeLock(fs: WriteFs, path: string, processes: Processes): Locking {
  const taken = (waited: number): Locking => {
    signOrLeave(fs, path, processes);
    return { lock: { release: () => release(fs, path) }, waited: waited > 0 };
  };
  let nameless = 0;
  for (let waited = 0; ; waited += PAUSE_MS) {
    if (succeeds('EEXIST', () => fs.makeFolder(path))) return taken(waited);
    const owner = readOwner(fs, `${path}/owner`);
    nameless = owner === undefined ? nameless + PAUSE_MS : 0;
    if (owner === undefined) {
      if (nameless > NAMELESS_MS && inheritNameless(fs, path)) return taken(waited);
    } else if (!isAlive(owner, processes) && inherit(fs, path, owner, processes)) return taken(waited);
    if (waited >= PATIENCE_MS) return { heldBy: owner === undefined ? 'another build' : describe(owner) };
    processes.sleep(PAUSE_MS);
  }
}

/**
 * Takes a dead holder's lock over without taking it down. Several builds may find it dead at once: renaming the name in it
 * succeeds for one of them, and one that came so late that it renamed the living heir's puts that back.
 */
function inherit(fs: WriteFs, path: string, dead: Owner, { id }: Processes): boolean {
  const named = `${path}/owner`;
  const taken = `${path}/owner-until-${id}`;
  if (!succeeds('ENOENT', () => fs.rename(named, taken))) return false;
  const found = readOwner(fs, taken);
  if (found?.process === dead.process && found.host === dead.host) return true;
  succeeds('ENOENT', () => fs.rename(taken, named));
  return false;
}

/** Takes over a lock whose maker died before it was signed; only one of several can make the folder inside. */
function inheritNameless(fs: WriteFs, path: string): boolean {
  return succeeds(['EEXIST', 'ENOENT'], () => fs.makeFolder(`${path}/heir`));
}

function signOrLeave(fs: WriteFs, path: string, { id, host }: Processes): void {
  const failure = attempt(() => fs.writeFile(`${path}/owner`, `${id} ${host}\n`));
  if (failure === undefined) return;
  release(fs, path);
  throw failure;
}

function release(fs: WriteFs, path: string): void {
  attempt(() => fs.removeFile(`${path}/owner`));
  attempt(() => {
    for (const { name, kind } of fs.list(path)) {
      attempt(() => (kind === 'folder' ? fs.removeFolder : fs.removeFile)(`${path}/${name}`));
    }
  });
  attempt(() => fs.removeFolder(path));
}

/** False where the system answers with one of `codes`, which the caller expects; throws other refusals. */
function succeeds(codes: string | readonly string[], action: () => void): boolean {
  const failure = attempt(action);
  if (failure === undefined) return true;
  if (codes.includes(failure.code)) return false;
  throw failure;
}

function readOwner(fs: WriteFs, path: string): Owner | undefined {
  try {
    const [, id, host] = /^(\d+) (.*)\n$/.exec(new TextDecoder().decode(fs.readBytes(path))) ?? [];
    return id === undefined || host === undefined ? undefined : { process: Number(id), host };
  } catch (error) {
    if (error instanceof FsError) return undefined;
    throw error;
  }
}

/**
 * A process of another machine (on a shared disk) can't be asked after, so it counts as alive. One with our own number is
 * not another one: it died before us, in a container where every build is process 1, or it is we who could not let go.
 */
function isAlive(owner: Owner, processes: Processes): boolean {
  if (owner.host !== processes.host) return true;
  return owner.process !== processes.id && processes.isRunning(owner.process);
}

function describe({ process, host }: Owner): string {
  return `process ${process} on ${host}`;
}
