import type { Locator, Page } from 'playwright-core';
import type { DossierPage } from './dossier-page.ts';
import { LockScreen } from './lock-screen.ts';
import { ReceptionPage } from './reception-page.ts';
import { RegisterPage } from './register-page.ts';
import { SearchPalette } from './search-palette.ts';
import { SettingsPage } from './settings-page.ts';
import { SyncPage } from './sync-page.ts';
import { WorklistPage } from './worklist-page.ts';

/** What stands around every screen once a person has signed in: sections, search, connection, account. */
export class Desk {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async ready(): Promise<void> {
    await this.#sections.waitFor();
  }

  async home(): Promise<void> {
    await this.#open('Trang chủ');
  }

  async reception(): Promise<ReceptionPage> {
    await this.#open('Tiếp nhận');
    return new ReceptionPage(this.page);
  }

  /** @param label a worklist's name, `Thẩm tra` */
  async worklist(label: string): Promise<WorklistPage> {
    await this.#open('Danh sách');
    const worklist = new WorklistPage(this.page);
    await worklist.choose(label);
    return worklist;
  }

  async register(): Promise<RegisterPage> {
    await this.#open('Sổ hộ tịch');
    return new RegisterPage(this.page);
  }

  async sync(): Promise<SyncPage> {
    await this.#open('Đồng bộ');
    return new SyncPage(this.page);
  }

  async settings(): Promise<SettingsPage> {
    await this.#open('Cài đặt');
    return new SettingsPage(this.page);
  }

  async help(): Promise<void> {
    await this.#open('Trợ giúp');
  }

  async search(): Promise<SearchPalette> {
    await this.page.keyboard.press('F3');
    return new SearchPalette(this.page);
  }

  /** Opens a dossier by its worklist. */
  async dossier(worklist: string, subject: string): Promise<DossierPage> {
    return (await this.worklist(worklist)).open(subject);
  }

  /** `online`, `offline`, `syncing`, `error` or `not-enrolled`, as the permanent chip says. */
  async connection(): Promise<string> {
    return (await this.page.getByTestId('connection').getAttribute('data-connection')) ?? '';
  }

  /** What the strip under the header says while the city is not reached. */
  async banner(): Promise<string> {
    return this.page.getByRole('banner').getByRole('status').innerText();
  }

  /** Waits for the strip that says that the core of this machine is away. */
  async losesCore(): Promise<void> {
    await this.page.getByRole('banner').getByText('Ứng dụng nền trên máy này không trả lời').waitFor();
  }

  async lock(): Promise<LockScreen> {
    await this.page.keyboard.press('Alt+L');
    return new LockScreen(this.page);
  }

  /** Who works here, as the account button says. */
  async person(): Promise<string> {
    return this.page.getByRole('button', { name: /^Tài khoản/ }).innerText();
  }

  async signOut(): Promise<void> {
    await this.page.getByRole('button', { name: /^Tài khoản/ }).click();
    await this.page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
    await this.page.getByRole('button', { name: 'Đăng nhập' }).waitFor();
  }

  get #sections(): Locator {
    return this.page.getByRole('navigation', { name: 'Các phần của ứng dụng' });
  }

  async #open(section: string): Promise<void> {
    await this.#sections.getByRole('link', { name: section }).click();
    await this.#sections.locator('[aria-current=page]').getByText(section).waitFor();
  }
}
