import type { Locator, Page } from 'playwright-core';

type Chosen = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** The files of a draft or dossier. */
export class FilesPanel {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get thumbnail(): Locator {
    return this.#list.locator('img').first();
  }

  /** What the clerk chose in the system's dialog. */
  async choose(file: Chosen): Promise<void> {
    const chooser = this.#page.waitForEvent('filechooser');
    await this.#page.getByRole('button', { name: 'Đính kèm tệp' }).click();
    await (await chooser).setFiles(file);
  }

  async says(text: string): Promise<void> {
    await this.#page.getByText(text, { exact: true }).waitFor();
  }

  async open(index: number): Promise<Locator> {
    await this.#list.getByRole('button', { name: /^Mở: / }).nth(index).click();
    return this.#page.getByRole('dialog');
  }

  async takeOff(index: number): Promise<void> {
    await this.#list.getByRole('button', { name: /^Gỡ: / }).nth(index).click();
  }

  get #list(): Locator {
    return this.#page.getByRole('list', { name: 'Tệp đính kèm' });
  }
}
