/** One thing to be done later: to set it again replaces it. */

/** Calls once after so many milliseconds, unless the returned function is called first. */
export type After = (ms: number, call: () => void) => () => void;

export class Timer {
  readonly #after: After;
  #cancel = (): void => {};

  constructor(after: After) {
    this.#after = after;
  }

  set(ms: number, call: () => void): void {
    this.cancel();
    this.#cancel = this.#after(ms, call);
  }

  cancel(): void {
    this.#cancel();
  }
}
