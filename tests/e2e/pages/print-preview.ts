import type { Locator, Page } from 'playwright-core';

/** A paper before it is printed. */
export class PrintPreview {
  readonly #dialog: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.#dialog = page.getByRole('dialog').filter({ has: page.locator('iframe[sandbox]') });
  }

  async ready(): Promise<void> {
    await this.#dialog.waitFor();
    await this.#frame.contentFrame().locator('body').waitFor();
  }

  /** The very page the host is given, as shown: a legal paper carries its watermark here. */
  async html(): Promise<string> {
    return (await this.#frame.getAttribute('srcdoc')) ?? '';
  }

  async text(): Promise<string> {
    return this.#frame.contentFrame().locator('body').innerText();
  }

  /** Prints and says that the paper came out well; the preview closes. */
  async print(stockSerial?: string): Promise<void> {
    if (stockSerial !== undefined) await this.#dialog.getByLabel('Số sê-ri phôi').fill(stockSerial);
    await this.#page.keyboard.press('F9');
    await this.#dialog.getByRole('button', { name: 'Đã in tốt' }).click();
    await this.#dialog.waitFor({ state: 'detached' });
  }

  /** Prints, and says that the sheet was spoilt; the preview stays open. */
  async printSpoilt(stockSerial: string, reason: string): Promise<void> {
    await this.#dialog.getByLabel('Số sê-ri phôi').fill(stockSerial);
    await this.#page.keyboard.press('F9');
    await this.#dialog.getByRole('button', { name: 'Bản in hỏng' }).click();
    await this.#dialog.getByLabel('Hỏng vì sao').fill(reason);
    await this.#dialog.getByRole('button', { name: 'Ghi bản in hỏng' }).click();
    await this.#dialog.getByRole('button', { name: 'Lưu PDF' }).waitFor();
  }

  /** Moves the texts of a stock, in mm. */
  async calibrate(shift: { readonly dx: number; readonly dy: number }): Promise<void> {
    await this.#dialog.getByRole('button', { name: 'Chỉnh máy in theo phôi' }).click();
    const calibration = this.#page.getByRole('dialog', { name: 'Chỉnh máy in theo phôi' });
    await calibration.getByLabel('Lệch ngang (mm)').fill(String(shift.dx));
    await calibration.getByLabel('Lệch dọc (mm)').fill(String(shift.dy));
    await calibration.getByRole('button', { name: 'Lưu' }).click();
    await calibration.waitFor({ state: 'detached' });
  }

  async close(): Promise<void> {
    await this.#page.keyboard.press('Escape');
    await this.#dialog.waitFor({ state: 'detached' });
  }

  get #frame(): Locator {
    return this.#dialog.locator('iframe[sandbox]');
  }
}
