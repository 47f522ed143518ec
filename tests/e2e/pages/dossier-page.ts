import type { Locator, Page } from 'playwright-core';
import { PrintPreview } from './print-preview.ts';

/** One dossier: its axes, what may be done to it now, its papers and its timeline. */
export class DossierPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async ready(): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: /^Hồ sơ / }).waitFor();
  }

  /** The value of one axis of the head: `Trạng thái hồ sơ`, `Gửi thành phố`, `Số trong sổ`. */
  axis(name: string): Locator {
    return this.page.locator('dl > div', { has: this.page.getByText(name, { exact: true }) }).locator('dd');
  }

  /** Waits until the dossier stands in a business state. */
  async reaches(status: string): Promise<void> {
    await this.axis('Trạng thái hồ sơ').getByText(status, { exact: true }).waitFor();
  }

  get timeline(): Locator {
    return this.page.getByRole('list', { name: 'Quá trình giải quyết' }).getByRole('listitem');
  }

  async handOver(): Promise<void> {
    await this.act('Chuyển hồ sơ cho chuyên môn');
    await this.reaches('Đang thẩm tra');
  }

  async enterInRegister(): Promise<void> {
    await this.act('Ghi vào sổ hộ tịch', (dialog) => dialog.getByText('số dự kiến').waitFor());
    await this.reaches('Chờ cấp số định danh');
  }

  async recordPersonalId(personalId: string): Promise<void> {
    await this.act('Ghi số định danh cá nhân', (dialog) =>
      dialog.getByLabel('Số định danh cá nhân').fill(personalId),
    );
    await this.reaches('Đã vào sổ');
  }

  async submitForSignature(): Promise<void> {
    await this.act('Trình ký');
    await this.reaches('Trình ký');
  }

  async sign(): Promise<void> {
    await this.act('Ký kết quả');
    await this.reaches('Đã ký');
  }

  async complete(): Promise<void> {
    await this.act('Chuyển kết quả về một cửa');
    await this.reaches('Đã có kết quả, chờ trả');
  }

  async returnResult(receiverDocument: string): Promise<void> {
    await this.act('Trả kết quả cho công dân', (dialog) =>
      dialog.getByLabel('Giấy tờ tùy thân đã kiểm tra').fill(receiverDocument),
    );
    await this.reaches('Đã trả kết quả');
  }

  /** @param title a paper of the dossier, `Giấy khai sinh` */
  async preview(title: string): Promise<PrintPreview> {
    await this.page.getByRole('button', { name: `Xem, in: ${title}`, exact: true }).click();
    const preview = new PrintPreview(this.page);
    await preview.ready();
    return preview;
  }

  /** Opens the dialog of an action, leaving it open. */
  async begin(action: string): Promise<Locator> {
    await this.page
      .getByRole('group', { name: 'Việc làm được với hồ sơ' })
      .getByRole('button', { name: action })
      .click();
    const dialog = this.page.getByRole('dialog', { name: action });
    await dialog.waitFor();
    return dialog;
  }

  async act(action: string, fill: (dialog: Locator) => Promise<void> = async () => {}): Promise<void> {
    const dialog = await this.begin(action);
    await fill(dialog);
    await dialog.getByRole('button', { name: action }).click();
    await dialog.waitFor({ state: 'detached' });
  }
}
