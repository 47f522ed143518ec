/** A wait that anyone may cut short. */
export class Pause {
  #end: (() => void) | undefined;

  /** Resolves after this long, or when {@link cut}; without a time, only then. */
  async wait(milliseconds: number | undefined): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = milliseconds === undefined ? undefined : setTimeout(resolve, milliseconds);
      this.#end = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#end = undefined;
  }

  cut(): void {
    this.#end?.();
  }
}
