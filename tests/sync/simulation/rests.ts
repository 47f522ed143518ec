/** The rests of a sync loop in the hands of the simulation: it goes on when told, and says when it rests again. */
export class Rests {
  #resume: (() => void) | undefined;
  #atRest: (() => void) | undefined;
  #isEnding = false;

  wait(): Promise<void> {
    if (this.#isEnding) return Promise.resolve();
    return new Promise((resolve) => {
      this.#resume = resolve;
      this.#atRest?.();
    });
  }

  /** Work that wakes the loop waits for its turn: the run decides what happens first. */
  cut(): void {
    if (this.#isEnding) this.#resume?.();
  }

  /** Nothing more rests: the core is being closed. */
  end(): void {
    this.#isEnding = true;
    this.#resume?.();
  }

  /** Resolves at the next rest. */
  async goOn(): Promise<void> {
    const resting = new Promise<void>((resolve) => {
      this.#atRest = resolve;
    });
    this.#resume?.();
    await resting;
    this.#atRest = undefined;
  }
}
