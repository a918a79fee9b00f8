/** Ctrl-C on Node: fatal to the process while nobody listens, which is right until files are being written. */

export interface Interrupts {
  /** Whether the user wants the program to end. From the first call on an interrupt is noted instead of obeyed. */
  noted(): boolean;
  /** Lets those that came meanwhile arrive: Node delivers them between two turns of its loop. */
  breathe(): Promise<void>;
}

export function createInterrupts(): Interrupts {
  let listening = false;
  let noted = false;
  const note = (): void => {
    noted = true;
  };
  return {
    noted() {
      if (!listening) for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, note);
      listening = true;
      return noted;
    },
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
  };
}
