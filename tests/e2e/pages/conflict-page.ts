import type { Locator, Page } from 'playwright-core';

/** Two versions of a dossier side by side. */
export class ConflictPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async ready(): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: 'So sánh hai bản' }).waitFor();
  }

  /** A differing field by its label. */
  field(label: string): Locator {
    return this.page.getByRole('group', { name: label });
  }

  /** What is chosen of a field: `Máy này`, `Thành phố`, or empty. */
  async chosen(label: string): Promise<string> {
    const checked = this.field(label).locator('label', { has: this.page.locator('input:checked') });
    return (await checked.count()) === 0 ? '' : checked.innerText();
  }

  /** With the space bar and the arrow keys, as a clerk who does not reach for the mouse. */
  async chooseByKeys(label: string, side: 'Máy này' | 'Thành phố'): Promise<void> {
    await this.field(label).getByRole('radio').first().focus();
    await this.page.keyboard.press('Space');
    if (side === 'Thành phố') await this.page.keyboard.press('ArrowRight');
  }

  /** Ctrl+Enter, then the dossier opens. */
  async save(): Promise<void> {
    await this.page.keyboard.press('Control+Enter');
    await this.page.waitForURL(/#\/ho-so\//);
  }
}
