/** The port to other processes, for the lock of a destination: who we are, who still runs, and a pause. */

export interface Processes {
  readonly id: number;
  /** The name of this machine; a process of another one can't be asked after. */
  readonly host: string;
  isRunning(id: number): boolean;
  /** Blocks for so many milliseconds. */
  sleep(ms: number): void;
}
