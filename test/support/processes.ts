/** Processes for tests: a set of running process ids, and pauses that take no time. */

import type { Processes } from '../../src/ports/processes.ts';

export interface FakeProcesses extends Processes {
  /** Milliseconds slept so far. */
  readonly slept: () => number;
}

/** A moment after the first files of `createMemoryFs`. */
const NOW = 1_600_000_100_000;

/** `onPause` runs in each pause, for what another process does meanwhile. */
export function createProcesses(
  id: number,
  alive: readonly number[] = [id],
  onPause: (slept: number) => void = () => {},
): FakeProcesses {
  let slept = 0;
  return {
    id,
    host: 'here',
    isRunning: (other) => alive.includes(other),
    startOf: (other) => (alive.includes(other) ? `start-${other}` : undefined),
    now: () => NOW,
    sleep(ms) {
      slept += ms;
      onPause(slept);
    },
    slept: () => slept,
  };
}
