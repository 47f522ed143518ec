import type { Locator, Page } from 'playwright-core';

/** One box over drafts, dossiers and register entries. */
export class SearchPalette {
  readonly #page: Page;
  readonly #dialog: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#dialog = page.getByRole('dialog', { name: 'Tìm hồ sơ, bản nháp, sổ' });
  }

  async type(text: string): Promise<void> {
    await this.#dialog.getByRole('combobox').fill(text);
  }

  hit(text: string): Locator {
    return this.#dialog.getByRole('option').filter({ hasText: text });
  }

  async close(): Promise<void> {
    await this.#page.keyboard.press('Escape');
    await this.#dialog.waitFor({ state: 'detached' });
  }
}
