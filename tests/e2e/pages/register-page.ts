import type { Locator, Page } from 'playwright-core';

export class RegisterPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** @param title as the list of books says, `Sổ đăng ký khai sinh` */
  async openBook(title: string): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Các sổ hộ tịch' })
      .getByRole('region', { name: title })
      .getByRole('link')
      .first()
      .click();
  }

  entry(subject: string): Locator {
    return this.page.getByRole('grid').getByRole('row', { name: subject });
  }

  async openEntry(subject: string): Promise<Locator> {
    await this.entry(subject).click();
    const dialog = this.page.getByRole('dialog', { name: subject });
    await dialog.waitFor();
    return dialog;
  }
}
