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
}
