/** What stands around a window that is being closed; real in `main.ts`, made up in tests. */
type Around = {
  /** Tries to close once more, when a page that can save has had the time to. */
  readonly closeLater: () => void;
  /** Asks the person. @returns true to close and give up what is not saved */
  readonly ask: () => boolean;
  /** The person wants to go on working. */
  readonly stays: () => void;
};

/**
 * Decides over the objection of a page whose typing is not saved yet. Drafts are saved within a second, so a person
 * is asked only when that second did not help.
 */
export class Closing {
  readonly #around: Around;
  #isClosing = false;
  #waited = false;

  constructor(around: Around) {
    this.#around = around;
  }

  /** The window is about to close; otherwise its page is about to be loaded anew. */
  begins(): void {
    this.#isClosing = true;
  }

  /** @returns whether to leave the page over its objection */
  objected(): boolean {
    const mayWait = this.#isClosing && !this.#waited;
    this.#waited = mayWait;
    this.#isClosing = false;
    if (mayWait) {
      this.#around.closeLater();
      return false;
    }
    const leaves = this.#around.ask();
    if (!leaves) this.#around.stays();
    return leaves;
  }
}
