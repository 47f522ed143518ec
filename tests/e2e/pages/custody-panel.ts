import type { Locator, Page } from 'playwright-core';

/** Who keeps a book and gives its numbers. */
export class CustodyPanel {
  readonly #page: Page;
  readonly #panel: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#panel = page.getByRole('region', { name: 'Giữ sổ và số của sổ' });
  }

  async says(text: string | RegExp): Promise<void> {
    await this.#panel.getByText(text).first().waitFor();
  }

  /** Opens the dialog of a step: `Xin nhận giữ sổ`, `Bàn giao cho …`. */
  async begin(button: string): Promise<CustodyStep> {
    await this.#panel.getByRole('button', { name: button, exact: true }).click();
    const dialog = this.#page.getByRole('dialog');
    await dialog.waitFor();
    return new CustodyStep(this.#page, dialog);
  }
}

class CustodyStep {
  readonly #page: Page;
  readonly #dialog: Locator;

  constructor(page: Page, dialog: Locator) {
    this.#page = page;
    this.#dialog = dialog;
  }

  /** @param action as its button says, `Bàn giao sổ` */
  async confirm(action: string, reason: string): Promise<void> {
    await this.#dialog.getByRole('textbox', { name: 'Lý do' }).fill(reason);
    await this.#dialog.getByRole('button', { name: action, exact: true }).click();
  }

  async refusal(): Promise<string> {
    return this.#dialog.getByText('Chưa nhập lý do.').innerText();
  }

  /** Waits until it is done, as the message in the corner says. */
  async isDone(words: string): Promise<void> {
    await this.#page.getByText(words).waitFor();
    await this.#dialog.waitFor({ state: 'detached' });
  }
}
