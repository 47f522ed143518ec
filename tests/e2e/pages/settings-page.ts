import type { Page } from 'playwright-core';

type NewAccount = {
  readonly fullName: string;
  readonly username: string;
  readonly password: string;
  /** A role's name, `Cán bộ tiếp nhận`. */
  readonly role: string;
};

export class SettingsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async createAccount(account: NewAccount): Promise<void> {
    await this.page.getByRole('button', { name: 'Thêm tài khoản' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Thêm tài khoản' });
    await dialog.getByLabel('Họ tên').fill(account.fullName);
    await dialog.getByLabel('Tên đăng nhập').fill(account.username);
    await dialog.getByLabel('Mật khẩu ban đầu').fill(account.password);
    await dialog.getByLabel(account.role).check();
    await dialog.getByRole('button', { name: 'Thêm tài khoản' }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  /** @param size a text size's name, `Rất lớn` */
  async chooseTextSize(size: string): Promise<void> {
    await this.page.getByRole('radio', { name: size, exact: true }).click();
    await this.page.getByRole('radio', { name: size, exact: true, checked: true }).waitFor();
  }

  /** Sends the second copy to a folder. @returns the recovery code, shown once */
  async copyTo(folder: string): Promise<string> {
    await this.page.getByLabel('Thư mục').fill(folder);
    await this.page.getByRole('button', { name: 'Lưu nơi chép' }).click();
    const shown = this.page.getByRole('alert').filter({ hasText: 'Mã khôi phục' });
    return shown.locator('code, pre').first().innerText();
  }
}
