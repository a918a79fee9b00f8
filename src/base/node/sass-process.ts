/** The process of the native Sass compiler: bytes in, bytes out. */

import { spawn } from 'node:child_process';
import { dirname } from 'node:path';

export interface SassProcess {
  write(bytes: Uint8Array): void;
  listen(events: { data(bytes: Uint8Array): void; ended(reason: string): void }): void;
  /** Resolves when the process is gone. */
  kill(): Promise<void>;
}

/** `command` is the program and its first arguments. It ends by itself when this process does: its input is closed then. */
export function startSassProcess([program, ...first]: readonly [string, ...string[]]): SassProcess {
  const child = spawn(program, [...first, '--embedded'], {
    // Not the current folder, which may be removed while the compiler is kept.
    cwd: dirname(program),
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
  });
  // Told by `exit`, which says why.
  child.stdin.on('error', () => {});
  return {
    write: (bytes) => void child.stdin.write(bytes),
    listen({ data, ended }) {
      child.stdout.on('data', data);
      child.on('error', (error) => ended(error.message));
      child.on('exit', (code, signal) => ended(`its process ended with ${code ?? signal}`));
    },
    kill: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null || !child.kill('SIGKILL')) resolve();
        else child.once('exit', () => resolve());
      }),
  };
}
