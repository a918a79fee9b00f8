/** Ctrl-C on Node: it ends the process while nobody listens, which is right until files are being written. */

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

export interface Interrupts {
  /** Whether an interrupt has come. From the first call on it no longer ends the process. */
  requested(): boolean;
  /** Lets signals arrive: Node delivers them between two turns of its loop. */
  breathe(): Promise<void>;
}

export function createInterrupts(): Interrupts {
  let isListening = false;
  let isRequested = false;
  const request = (): void => {
    isRequested = true;
  };
  return {
    requested() {
      if (!isListening) for (const signal of SIGNALS) process.on(signal, request);
      isListening = true;
      return isRequested;
    },
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
  };
}
