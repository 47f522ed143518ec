import type { Locator, Page } from 'playwright-core';
import { DeclarationPage } from './declaration-page.ts';

/** Choosing a procedure, or going on with a draft. */
export class ReceptionPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** @param typed a few letters of the procedure's name, without tones */
  async begin(typed: string): Promise<DeclarationPage> {
    const box = this.page.getByRole('combobox', { name: 'Chọn thủ tục' });
    await box.fill(typed);
    await box.press('Enter');
    return this.#declaration();
  }

  draft(name: string): Locator {
    return this.page.getByRole('link', { name, exact: true });
  }

  async resume(name: string): Promise<DeclarationPage> {
    await this.draft(name).click();
    return this.#declaration();
  }

  async #declaration(): Promise<DeclarationPage> {
    const declaration = new DeclarationPage(this.page);
    await declaration.ready();
    return declaration;
  }
}
