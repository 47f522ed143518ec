import type { Locator, Page } from 'playwright-core';
import { demoPassword } from '#tests/builders/office-core.ts';

/** What covers the work after the core started anew. */
export class RestartedScreen {
  readonly dialog: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Ứng dụng vừa khởi động lại' });
  }

  async goOn(): Promise<void> {
    await this.dialog.getByLabel('Mật khẩu').fill(demoPassword);
    await this.dialog.getByRole('button', { name: 'Mở khóa' }).click();
    await this.dialog.waitFor({ state: 'detached' });
  }

  async leave(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Đăng xuất, đổi người dùng' }).click();
    await this.dialog.waitFor({ state: 'detached' });
  }
}
