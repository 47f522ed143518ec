import { describe, expect, it } from 'vitest';
import { slipInput } from '#tests/builders/slip-input.ts';
import { documentHtml } from '../html.ts';
import { receiptSlip } from './receipt-slip.ts';
import type { SlipInput } from './slip-input.ts';

/** What a person reads, in order, one text per line. */
function read(input: SlipInput, paper: 'two-on-a4' | 'a5' = 'a5'): string {
  const html = documentHtml(receiptSlip(input, paper));
  return html
    .slice(html.indexOf('<body'))
    .replace(/<\/(span|td|th|h1|p|b|i)>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/\n\s*/g, '\n')
    .trim();
}

describe('the receipt slip (form 01)', () => {
  it('says what the form says, in its order', () => {
    const text = read(slipInput());
    const rows = [
      'ĐIỂM PHỤC VỤ HÀNH CHÍNH CÔNG PHƯỜNG CẦU GIẤY',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Cầu Giấy, ngày 20 tháng 11 năm 2026',
      'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
      '(Liên 1: Lưu)',
      'Mã hồ sơ:\nH26.12-261120-0001',
      'Bộ phận tiếp nhận và trả kết quả:\nĐiểm phục vụ hành chính công phường Cầu Giấy',
      'Tiếp nhận hồ sơ của:\nNguyễn Thị Thử',
      'Địa chỉ:\nTổ 3, phường Cầu Giấy, thành phố Hà Nội',
      'Số điện thoại:\n0912345678',
      'Email:',
      'Nội dung yêu cầu giải quyết:\nĐăng ký hội viên',
      '1. Thành phần hồ sơ nộp gồm:',
      'STT\nTên giấy tờ\nHình thức\nSố lượng\n1\nTờ khai\nBản chính\n1\n2\nGiấy giới thiệu\nBản sao\n2',
      '2. Số lượng hồ sơ:\n01 (bộ)',
      '3. Thời gian nhận hồ sơ:\n09 giờ 12 phút, ngày 20 tháng 11 năm 2026',
      '4. Thời gian trả kết quả giải quyết hồ sơ:\n17 giờ 00 phút, ngày 20 tháng 11 năm 2026',
      '5. Đăng ký nhận kết quả tại:\nĐiểm phục vụ hành chính công phường Cầu Giấy',
      '6. Phí, lệ phí (nếu có):\nKhông',
      'Vào Sổ theo dõi hồ sơ, Quyển số:',
      'Số thứ tự:',
      'NGƯỜI NỘP HỒ SƠ\n(Ký và ghi rõ họ tên)\nNguyễn Thị Thử',
      'NGƯỜI TIẾP NHẬN HỒ SƠ\n(Ký và ghi rõ họ tên)\nLê Thị Mẫu',
      'Giấy này lập thành 02 liên.',
    ];
    const places = rows.map((row) => text.replace(/\s*\n\s*/g, '\n').indexOf(row));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('is two copies with a cut line on one A4, or each on an A5 of its own', () => {
    const a4 = receiptSlip(slipInput(), 'two-on-a4');
    expect(a4.sheet).toMatchObject({ size: 'A4', orientation: 'landscape' });
    expect(a4.pages).toHaveLength(1);
    const html = documentHtml(a4);
    expect(html.match(/class="cut"/g)).toHaveLength(1);
    expect(html.match(/<figure class="qr">/g)).toHaveLength(2);
    const a5 = receiptSlip(slipInput(), 'a5');
    expect(a5.sheet).toMatchObject({ size: 'A5', orientation: 'portrait' });
    expect(a5.pages).toHaveLength(2);
    expect(read(slipInput())).toMatch(/Liên 1: Lưu[\s\S]*Liên 2: Giao khách hàng/);
  });

  it('stands on the local reference until there is a code, and says how the code will come', () => {
    const text = read(slipInput({ dossierCode: '' }));
    expect(text).toMatch(/Mã tạm:\s+T-A1-7\s+Mã hồ sơ sẽ được gửi qua SMS\./);
    expect(text).not.toContain('Mã hồ sơ:');
  });

  it('puts code or reference in the QR', () => {
    const qr = (input: SlipInput): unknown =>
      JSON.stringify(receiptSlip(input, 'a5').pages[0]).match(/"kind":"qr","text":"([^"]+)"/)?.[1];
    expect(qr(slipInput())).toBe('H26.12-261120-0001');
    expect(qr(slipInput({ dossierCode: '' }))).toBe('T-A1-7');
  });

  it('names where the result will be', () => {
    expect(read(slipInput({ returnBy: 'post' }))).toContain(
      'Tại nhà qua dịch vụ bưu chính (Tổ 3, phường Cầu Giấy, thành phố Hà Nội)',
    );
    expect(read(slipInput({ returnBy: 'online' }))).toContain('Trực tuyến');
  });
});
