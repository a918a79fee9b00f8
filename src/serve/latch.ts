/** Something that others wait for and that happens once. */

export class Latch {
  /** Resolves when it is released, at once where it was already. */
  readonly released: Promise<void>;
  #isReleased = false;
  #resolve = (): void => {};

  constructor() {
    this.released = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  get isReleased(): boolean {
    return this.#isReleased;
  }

  release(): void {
    this.#isReleased = true;
    this.#resolve();
  }
}
