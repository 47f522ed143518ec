import { afterEach, describe, expect, it } from 'vitest';
import { demoPassword } from '#tests/builders/office-core.ts';
import { birthOf } from './births.ts';
import { openOffice } from './open-office.ts';
import { Keyboard } from './pages/keyboard.ts';

const { windows } = await openOffice();

const birth = birthOf('Đặng Khánh Vy', 'Trần Thị Thu Hà', 'Nữ', 104);

describe('a clerk without a mouse', () => {
  afterEach(() => expect(windows.takeComplaints()).toEqual([]));

  it('signs in, receives a birth and prints its slip', async () => {
    const { page } = await windows.open();
    const keys = new Keyboard(page);
    await keys.arrivesAt('Tên đăng nhập');
    await keys.type('tiepnhan');
    await keys.press('Tab');
    await keys.type(demoPassword);
    await keys.press('Enter');
    await page.getByRole('heading', { name: /^Chào / }).waitFor();

    await keys.press('Alt+2');
    await keys.arrivesAt('Chọn thủ tục');
    await keys.type('khai sinh');
    await keys.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Đăng ký khai sinh' }).waitFor();

    await keys.press('Alt+ArrowDown');
    await keys.tabTo('Có');
    await keys.press('Space');

    await keys.press('Alt+ArrowDown', 'F4');
    await scanned(keys, birth.mother.card);
    await keys.tabTo('Quan hệ với người được khai sinh');
    await keys.type('M');

    await keys.press('Alt+ArrowDown');
    await keys.tabTo('Họ, chữ đệm, tên');
    await keys.type('đặng khánh vy');
    await keys.tabTo('Ngày, tháng, năm sinh');
    await keys.type(birth.bornOn);
    await keys.press('Enter');
    await keys.tabTo('Nam');
    await keys.press('ArrowRight');
    await keys.tabTo('Dân tộc');
    await keys.type('kinh');
    await keys.tabTo('Cơ sở y tế (nếu có)');
    await keys.type('Bệnh viện Phụ sản Bằng Lăng');
    await keys.tabTo('Xã, phường');
    await keys.type('cau giay');
    await keys.press('Tab');
    await keys.tabTo('Thôn, tổ (nếu có)');
    await keys.press('Enter');
    await keys.type('thach that');

    await keys.press('Alt+ArrowDown', 'F4');
    await scanned(keys, birth.mother.card);
    await keys.press('Alt+ArrowDown', 'F4');
    await scanned(keys, birth.father.card);
    await keys.press('Alt+ArrowDown');
    await keys.tabTo('Số');
    await keys.type('45/2019');
    await keys.tabTo('Đăng ký ngày');
    await keys.type('10102019');
    await keys.press('Enter');
    await keys.tabTo('Tại');
    await keys.type('UBND xã Thạch Thất, Hà Nội');

    // What is left is led to: receiving says so, F8 goes there.
    await keys.press('Control+Enter');
    await keys.arrivesAt('Tờ khai đăng ký khai sinh');
    await keys.press('Space');
    await keys.tabTo('Giấy chứng sinh (nộp)');
    await keys.press('Space');

    await keys.press('Control+Enter');
    const receiving = page.getByRole('dialog', { name: 'Tiếp nhận hồ sơ' });
    await receiving.waitFor();
    await keys.arrivesAt('Tiếp nhận');
    await keys.press('Enter');
    await keys.arrivesAt('In giấy hẹn');
    await keys.press('Enter');
    await page.locator('iframe[sandbox]').waitFor();
    await keys.press('F9');
    await keys.arrivesAt('Đã in tốt');
    await keys.press('Enter');
    await page.getByRole('dialog', { name: 'Đã tiếp nhận hồ sơ' }).waitFor();
    await keys.press('Control+N');
    await keys.arrivesAt('Chọn thủ tục');
  });
});

async function scanned(keys: Keyboard, card: string): Promise<void> {
  await keys.arrivesAt('Nội dung mã QR');
  await keys.type(card);
  await keys.press('Enter');
  await keys.arrivesAt('Họ, chữ đệm, tên');
}
