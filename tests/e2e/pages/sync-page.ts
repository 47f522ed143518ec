import type { Locator, Page } from 'playwright-core';

/** The queue to the city, item by item. */
export class SyncPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** How many items stand in a state: `Chưa gửi`, `Thành phố đã nhận`, `Cần xử lý`, `Bị từ chối`. */
  async count(state: string): Promise<number> {
    const filter = this.page
      .getByRole('navigation', { name: 'Lọc theo trạng thái gửi' })
      .getByRole('link', { name: new RegExp(`^${state}: `) });
    const text = await filter.locator('strong').innerText();
    return Number(text.slice(text.indexOf(':') + 1).replaceAll('.', ''));
  }

  async retryAll(): Promise<void> {
    await this.page.getByRole('button', { name: 'Gửi lại tất cả ngay' }).click();
  }

  rows(): Locator {
    return this.page.getByRole('grid').locator('tbody').getByRole('row');
  }

  /** Waits until sync stopped for this reason, as the panel says it. */
  async stopsFor(title: string): Promise<void> {
    await this.#safety.getByRole('alert').getByText(title).waitFor();
  }

  /** Takes the decision that lets sync go on, and confirms it. */
  async decide(action: string): Promise<void> {
    await this.#safety.getByRole('button', { name: action }).click();
    await this.page.getByRole('dialog', { name: action }).getByRole('button', { name: action }).click();
    await this.#safety.getByRole('alert').waitFor({ state: 'detached' });
  }

  /** Steps that were saved and are gone, as the panel lists them. */
  async missingWork(): Promise<readonly string[]> {
    const alert = this.#safety.getByRole('alert', { name: 'Việc đã lưu nhưng không còn trong tệp dữ liệu' });
    await alert.waitFor();
    return alert.getByRole('listitem').allInnerTexts();
  }

  /** What a line of the panels says: `Bản sao thứ hai`, `Kết nối`. */
  async fact(name: string): Promise<string> {
    return this.page.locator('dl > div').filter({ hasText: name }).locator('dd').innerText();
  }

  /** What is said about the line, waited for. */
  async says(text: string): Promise<void> {
    await this.page.getByRole('region', { name: 'Kết nối với thành phố' }).getByText(text).waitFor();
  }

  get #safety(): Locator {
    return this.page.getByRole('region', { name: 'An toàn dữ liệu' });
  }
}
