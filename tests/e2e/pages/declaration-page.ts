import type { Locator, Page } from 'playwright-core';
import type { Birth } from '../births.ts';
import { DossierPage } from './dossier-page.ts';
import { PrintPreview } from './print-preview.ts';

/** A declaration being typed. */
export class DeclarationPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async ready(): Promise<void> {
    await this.section('Người yêu cầu').waitFor();
  }

  section(title: string): Locator {
    return this.page.getByRole('region', { name: new RegExp(`^\\d+\\. ${title}$`) });
  }

  /** The whole declaration of a child of married parents, as a clerk does it: cards are scanned, the rest typed. */
  async fillBirth(birth: Birth): Promise<void> {
    await this.section('Trường hợp đăng ký')
      .getByRole('radiogroup', { name: 'Cha, mẹ có đăng ký kết hôn' })
      .getByLabel('Có', { exact: true })
      .check();
    await this.scan('Người yêu cầu', birth.mother.card);
    await this.section('Người yêu cầu')
      .getByLabel('Quan hệ với người được khai sinh')
      .selectOption({ label: 'Mẹ' });
    await this.fillChild(birth);
    await this.scan('Mẹ', birth.mother.card);
    await this.scan('Cha', birth.father.card);
    const marriage = this.section('Thông tin Giấy chứng nhận kết hôn của cha, mẹ');
    await marriage.getByRole('textbox', { name: 'Số', exact: true }).fill('45/2019');
    await marriage.getByLabel('Đăng ký ngày').fill('10/10/2019');
    await marriage.getByRole('textbox', { name: 'Tại', exact: true }).fill('UBND xã Thạch Thất, Hà Nội');
    await this.tick('Tờ khai đăng ký khai sinh');
    await this.tick('Giấy chứng sinh');
  }

  async fillChild(birth: Birth): Promise<void> {
    const child = this.section('Người được khai sinh');
    await child.getByLabel('Họ, chữ đệm, tên').fill(birth.child);
    await child.getByLabel('Ngày, tháng, năm sinh').fill(birth.bornOn);
    await child.getByLabel(birth.gender, { exact: true }).check();
    await child.getByLabel('Dân tộc').fill('Kinh');
    const place = child.getByRole('group', { name: /^Nơi sinh/ });
    await place.getByLabel('Cơ sở y tế (nếu có)').fill('Bệnh viện Phụ sản Bằng Lăng');
    await place.getByLabel('Xã, phường').fill('Phường Cầu Giấy');
    const origin = child.getByRole('group', { name: /^Quê quán/ });
    await origin.getByLabel('Xã, phường').fill('Xã Thạch Thất');
    await origin.getByLabel('Xã, phường').blur();
  }

  /** Goes to a section by the list of steps. */
  async show(title: string): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Các phần của tờ khai' })
      .getByRole('button', { name: title })
      .click();
  }

  /** Scans a card into a section's person. */
  async scan(section: string, card: string): Promise<void> {
    await this.section(section).getByRole('button', { name: 'Quét căn cước' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Quét mã QR trên thẻ căn cước' });
    await dialog.getByLabel('Nội dung mã QR').fill(card);
    await this.page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
  }

  async tick(paper: string): Promise<void> {
    await this.section('Thành phần hồ sơ')
      .getByRole('checkbox', { name: new RegExp(`^${paper} `) })
      .check();
  }

  get saved(): Locator {
    return this.page.getByTestId('draft-saved');
  }

  /** Receives, having looked at the warnings if there are any. */
  async receive(): Promise<ReceivedDialog> {
    await this.page.keyboard.press('Control+Enter');
    const dialog = this.page.getByRole('dialog', { name: 'Tiếp nhận hồ sơ' });
    await dialog.waitFor();
    const seen = dialog.getByRole('checkbox', { name: /Tôi đã xem/ });
    if (await seen.isVisible()) await seen.check();
    await dialog.getByRole('button', { name: 'Tiếp nhận' }).click();
    const received = new ReceivedDialog(this.page);
    await received.ready();
    return received;
  }
}

/** The dossier exists: its code, the slip, and on to the next. */
export class ReceivedDialog {
  readonly #page: Page;
  readonly #dialog: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#dialog = page.getByRole('dialog', { name: 'Đã tiếp nhận hồ sơ' });
  }

  async ready(): Promise<void> {
    await this.#dialog.waitFor();
  }

  async code(): Promise<string> {
    return this.#dialog.getByTestId('received-code').innerText();
  }

  async slip(): Promise<PrintPreview> {
    await this.#dialog.getByRole('button', { name: 'In giấy hẹn' }).click();
    const preview = new PrintPreview(this.#page);
    await preview.ready();
    return preview;
  }

  async openDossier(): Promise<DossierPage> {
    await this.#dialog.getByRole('button', { name: 'Mở hồ sơ' }).click();
    const dossier = new DossierPage(this.#page);
    await dossier.ready();
    return dossier;
  }
}
