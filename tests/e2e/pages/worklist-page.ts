import type { Locator, Page } from 'playwright-core';
import { DossierPage } from './dossier-page.ts';

export class WorklistPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async choose(label: string): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Danh sách công việc' })
      .getByRole('link', { name: label })
      .click();
    await this.page.getByRole('heading', { level: 1, name: label }).waitFor();
  }

  row(subject: string): Locator {
    return this.page.getByRole('grid').getByRole('row', { name: subject });
  }

  async open(subject: string): Promise<DossierPage> {
    await this.row(subject).click();
    const dossier = new DossierPage(this.page);
    await dossier.ready();
    return dossier;
  }
}
