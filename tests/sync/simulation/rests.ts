/** The rests of a sync loop in the hands of the simulation: it goes on when told, and says when it rests again. */
export class Rests {
  #resume: (() => void) | undefined;
  #atRest: (() => void) | undefined;

  wait(): Promise<void> {
    return new Promise((resolve) => {
      this.#resume = resolve;
      this.#atRest?.();
    });
  }

  /** Work that wakes the loop waits for its turn: the run decides what happens first. */
  cut(): void {}

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
