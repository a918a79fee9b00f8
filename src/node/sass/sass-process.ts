/** The process of the native Sass compiler: bytes in, bytes out. */

import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { dirname } from 'node:path';

export interface SassProcess {
  write(bytes: Uint8Array): void;
  listen(events: { data(bytes: Uint8Array): void; ended(reason: string): void }): void;
  /** Resolves when the process is gone. */
  kill(): Promise<void>;
}

/** Those of this thread that are not gone yet. */
const running = new Set<ChildProcess>();

/** How long a process that was killed is waited for. */
const KILL_LIMIT_MS = 200;

/** Resolves when every process that was killed is gone, so that nobody finds one left behind by a program that has ended. */
export async function sassProcessesGone(): Promise<void> {
  if (running.size === 0) return;
  // Those that were ended a moment ago are killed by then.
  await new Promise((resolve) => setImmediate(resolve));
  const dying = [...running].filter(({ killed }) => killed);
  const gone = dying.map((child) => new Promise<void>((resolve) => child.once('exit', () => resolve())));
  await Promise.race([Promise.all(gone), new Promise((resolve) => setTimeout(resolve, KILL_LIMIT_MS))]);
}

/** `command` is the program and its first arguments. It ends by itself when this process does: its input is closed then. */
export function startSassProcess([program, ...first]: readonly [string, ...string[]]): SassProcess {
  const child = spawn(program, [...first, '--embedded'], {
    // Not the current folder, which may be removed while the compiler is kept.
    cwd: dirname(program),
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
  });
  running.add(child);
  for (const end of ['exit', 'error']) child.on(end, () => running.delete(child));
  // Whoever waits for a result keeps this program running; an idle compiler does not.
  child.unref();
  for (const pipe of [child.stdin, child.stdout]) (pipe as Socket).unref();
  // Reported by `exit`, with the reason.
  child.stdin.on('error', () => {});
  return {
    write: (bytes) => void child.stdin.write(bytes),
    listen({ data, ended }) {
      child.stdout.on('data', data);
      child.on('error', (error) => ended(error.message));
      child.on('exit', (code, signal) => ended(`its process exited with ${code ?? signal}`));
    },
    kill: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null || !child.kill('SIGKILL')) resolve();
        else child.once('exit', () => resolve());
      }),
  };
}
