/** The port to other processes, for the lock of a destination: who we are, who still runs, and a pause. */

export interface Processes {
  readonly id: number;
  /** The name of this machine; a process of another one can't be asked after. */
  readonly host: string;
  isRunning(id: number): boolean;
  /** A word without spaces that tells a process from a later one with its number; undefined where the system does not say. */
  startOf(id: number): string | undefined;
  /** Milliseconds since the epoch, at this moment. */
  now(): number;
  /** Blocks for so many milliseconds. */
  sleep(ms: number): void;
}
