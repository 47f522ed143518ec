import { describe, expect, it } from 'vitest';
import { instantAt } from '#shared/kernel/instant.ts';
import { plainDate } from '#shared/kernel/plain-date.ts';
import { testOffice } from '#tests/builders/offices.ts';
import { sameDayDue, slipInput, thatDay } from '#tests/builders/slip-input.ts';
import { documentHtml } from '../html.ts';
import type { PrintDocument } from '../model.ts';
import { apologySlip } from './apology-slip.ts';
import { controlSlip } from './control-slip.ts';
import { refusalSlip } from './refusal-slip.ts';
import { stopNotice } from './stop-notice.ts';
import { supplementSlip } from './supplement-slip.ts';

const on = plainDate(2026, 11, 20);
const later = {
  ...sameDayDue,
  at: instantAt({ date: plainDate(2026, 11, 24), minutes: 17 * 60 }),
  date: plainDate(2026, 11, 24),
};
const signer = testOffice.signers[0];
const read = (document: PrintDocument): string => {
  const html = documentHtml(document);
  return html
    .slice(html.indexOf('<body'))
    .replace(/<br>/g, '\n')
    .replace(/<[^>]+>/g, '');
};

describe('the other slips of the desk', () => {
  it('form 02 lists each paper with its ground, the last day and whom to ask', () => {
    const text = read(
      supplementSlip(slipInput(), {
        number: '12',
        on,
        items: [
          { document: 'Giấy giới thiệu', content: 'nộp bản chính', basis: 'Điều 9' },
          { document: '', content: 'ký tên vào tờ khai.', basis: '' },
        ],
        reason: 'Thiếu giấy tờ',
        dueBy: plainDate(2026, 12, 1),
        guideName: 'Lê Thị Mẫu',
      }),
    );
    expect(text).toContain('Số: 12/HDHS');
    expect(text).toContain('1. Giấy giới thiệu: nộp bản chính (căn cứ: Điều 9).');
    expect(text).toContain('2. ký tên vào tờ khai.');
    expect(text).not.toContain('tờ khai..');
    expect(text).toContain('trước hết ngày 01 tháng 12 năm 2026');
    expect(text).toContain('số điện thoại 02400000000 để được hướng dẫn');
    expect(text).toContain('NGƯỜI HƯỚNG DẪN(Ký và ghi rõ họ tên)Lê Thị Mẫu');
  });

  it('form 03 gives the reason in words and who decided', () => {
    const text = read(
      refusalSlip(slipInput(), {
        number: '',
        on,
        reason: 'Việc đã được đăng ký.',
        decidedBy: 'Đặng Thử Nghiệm',
      }),
    );
    expect(text).toContain('Số: ………/TTPVHCC');
    expect(text).toContain('thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:');
    expect(text).toMatch(/Việc đã được đăng ký\.\s*Người quyết định: Đặng Thử Nghiệm/);
  });

  it('form 04 apologises, gives both dates and leaves the head of the agency to sign', () => {
    const text = read(
      apologySlip(slipInput(), {
        number: '3',
        on,
        reason: 'Cần xác minh',
        originalDue: sameDayDue,
        newDue: later,
        signer,
      }),
    );
    expect(text).toContain('Ngày 20 tháng 11 năm 2026, UBND phường Cầu Giấy tiếp nhận');
    expect(text).toContain('mã số: H26.12-261120-0001');
    expect(text).toContain('Thời gian hẹn trả kết quả: 17 giờ 00 phút, ngày 20 tháng 11');
    expect(text).toContain('Thời gian trả kết quả mới: 17 giờ 00 phút, ngày 24 tháng 11');
    expect(text).toContain('CHỦ TỊCH(Ký, đóng dấu)Đặng Thử Nghiệm');
  });

  it('form 05 tells what happens to papers and money', () => {
    const text = read(
      stopNotice(slipInput(), {
        number: '1',
        on,
        reason: 'Công dân đề nghị',
        settlement: 'Hoàn trả toàn bộ',
        signer,
      }),
    );
    expect(text).toContain('thông báo dừng giải quyết hồ sơ nêu trên');
    expect(text).toContain('Hoàn trả giấy tờ, phí, lệ phí: Hoàn trả toàn bộ');
  });

  it('form 06 holds every hand-over against the due time', () => {
    const step = { from: 'reception', to: 'officer', giver: 'A', receiver: 'B', note: 'Đã nhận' } as const;
    const before = instantAt({ date: plainDate(2026, 11, 19), minutes: 9 * 60 });
    const text = read(
      controlSlip(slipInput(), [
        { ...step, at: before },
        { ...step, from: 'officer', to: 'leader', at: thatDay(17) },
        { ...step, from: 'leader', to: 'citizen', at: thatDay(17, 1) },
      ]),
    );
    expect(text.match(/Trước hạn|Đúng hạn|Quá hạn/g)).toEqual(['Trước hạn', 'Đúng hạn', 'Quá hạn']);
    expect(text).toContain('1. Giao: Công chức tư pháp – hộ tịch\n2. Nhận: Lãnh đạo UBND phường Cầu Giấy');
    expect(text).toContain('Người giao: A\nNgười nhận: B');
  });
});
