import type { Page } from 'playwright-core';
import { demoPassword } from '#tests/builders/office-core.ts';
import { Desk } from './desk.ts';

/** Signing in, and the change of a password that somebody else chose. */
export class LoginPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async signIn(username: string, password: string = demoPassword): Promise<Desk> {
    await this.submit(username, password);
    return this.desk();
  }

  /** The work behind the gate, once it is open. */
  async desk(): Promise<Desk> {
    const desk = new Desk(this.page);
    await desk.ready();
    return desk;
  }

  async submit(username: string, password: string): Promise<void> {
    await this.page.getByLabel('Tên đăng nhập').fill(username);
    await this.page.getByLabel('Mật khẩu', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: 'Đăng nhập' }).click();
  }

  /** What stopped the last attempt, as the person reads it. */
  async refusal(): Promise<string> {
    return this.page.getByRole('alert').innerText();
  }

  async changeFirstPassword(current: string, next: string, again = next): Promise<void> {
    await this.page.getByLabel('Mật khẩu hiện tại').fill(current);
    await this.page.getByLabel('Mật khẩu mới', { exact: true }).fill(next);
    await this.page.getByLabel('Nhập lại mật khẩu mới').fill(again);
    await this.page.getByRole('button', { name: 'Đổi mật khẩu và bắt đầu' }).click();
  }
}
