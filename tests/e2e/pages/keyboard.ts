import type { Page } from 'playwright-core';

const MOST_STOPS = 60;

/** A person without a mouse: only keys, and the screen is read by the name of what has the focus. */
export class Keyboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.#page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  /** The label of what has the focus, without the mark of a required field. */
  async focused(): Promise<string> {
    return this.#page.evaluate(() => {
      const at = document.activeElement;
      if (!(at instanceof HTMLElement)) return '';
      const labels = at instanceof HTMLInputElement || at instanceof HTMLSelectElement ? at.labels : null;
      const text = at.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? at.textContent;
      return text.replace(/ \*$/, '').trim();
    });
  }

  /** Presses Tab until the focus stands on a label. @throws Error naming where it went instead */
  async tabTo(label: string): Promise<void> {
    const passed: string[] = [];
    while (passed.length < MOST_STOPS) {
      const focused = await this.focused();
      if (focused === label) return;
      passed.push(focused);
      await this.press('Tab');
    }
    throw new Error(`Tab does not reach “${label}”; passed: ${passed.join(' · ')}`);
  }

  /**
   * Waits until the focus stands on a label by itself, as when a dialog opens.
   * @throws Error naming where it stands instead
   */
  async arrivesAt(label: string): Promise<void> {
    const arrived = this.#page.waitForFunction((wanted) => {
      const at = document.activeElement;
      const labels = at instanceof HTMLInputElement ? at.labels : null;
      const text = labels?.[0]?.textContent ?? at?.textContent ?? '';
      return text.replace(/ \*$/, '').trim().startsWith(wanted);
    }, label);
    await arrived.catch(async (cause: unknown) => {
      const open = await this.#page.getByRole('dialog').allInnerTexts();
      const words = `the focus does not come to “${label}”; it stands on “${await this.focused()}”`;
      throw new Error(`${words}; open dialogs: ${open.join(' · ') || 'none'}`, { cause });
    });
  }
}
