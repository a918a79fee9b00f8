/** Other processes as Node sees them. */

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
  sleep(ms) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
  },
};
