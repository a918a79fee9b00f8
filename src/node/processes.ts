/** Other processes as Node sees them. */

import { readFileSync } from 'node:fs';
import type { Processes } from '../ports/processes.ts';

export const nodeProcesses: Processes = {
  id: process.pid,
  get host() {
    return process.getBuiltinModule('node:os').hostname();
  },
  isRunning(id) {
    try {
      process.kill(id, 0);
      return true;
    } catch (error) {
      // A process of another user's is there, only not ours to signal.
      return error instanceof Error && 'code' in error && error.code === 'EPERM';
    }
  },
  startOf(id) {
    if (process.platform !== 'linux') return undefined;
    try {
      // the 22nd field, counted behind the command's name, which may hold anything: ticks since the system's start
      const status = readFileSync(`/proc/${id}/stat`, 'latin1');
      return status.slice(status.lastIndexOf(')') + 2).split(' ')[19];
    } catch {
      return undefined;
    }
  },
  now: () => Date.now(),
  sleep(ms) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
  },
};
