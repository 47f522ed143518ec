import type { Locator, Page } from 'playwright-core';
import { demoPassword } from '#tests/builders/office-core.ts';

export class LockScreen {
  readonly #dialog: Locator;

  constructor(page: Page) {
    this.#dialog = page.getByRole('dialog', { name: 'Màn hình đang khóa' });
  }

  async unlock(password: string = demoPassword): Promise<void> {
    await this.submit(password);
    await this.#dialog.waitFor({ state: 'detached' });
  }

  async submit(password: string): Promise<void> {
    await this.#dialog.getByLabel('Mật khẩu', { exact: true }).fill(password);
    await this.#dialog.getByRole('button', { name: 'Mở khóa' }).click();
  }

  async refusal(): Promise<string> {
    return this.#dialog.getByRole('alert').innerText();
  }

  async isShown(): Promise<boolean> {
    return this.#dialog.isVisible();
  }
}
