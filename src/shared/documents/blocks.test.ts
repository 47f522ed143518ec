import { describe, expect, it } from 'vitest';
import { testOffice as office } from '#tests/builders/offices.ts';
import { thatDay } from '#tests/builders/slip-input.ts';
import { plainDate } from '../kernel/plain-date.ts';
import { labelLine, letterhead, nationalHead, placeAndDate, signerSignature } from './blocks.ts';
import { dateText, momentText } from './date-text.ts';

describe('dates on papers', () => {
  it('pad days below ten and the months one and two', () => {
    expect(dateText(plainDate(2026, 1, 5))).toBe('ngày 05 tháng 01 năm 2026');
    expect(dateText(plainDate(2026, 2, 20))).toBe('ngày 20 tháng 02 năm 2026');
    expect(dateText(plainDate(2026, 3, 9))).toBe('ngày 09 tháng 3 năm 2026');
    expect(dateText(plainDate(2026, 12, 31))).toBe('ngày 31 tháng 12 năm 2026');
  });

  it('tell the time on the clocks of Việt Nam', () => {
    expect(momentText(thatDay(9, 5))).toBe('09 giờ 05 phút, ngày 20 tháng 11 năm 2026');
  });

  it('follow the name of the place without its kind', () => {
    expect(placeAndDate(office, plainDate(2026, 1, 5))).toBe('Cầu Giấy, ngày 05 tháng 01 năm 2026');
    expect(placeAndDate({ ...office, commune: 'Xã Xã Đàn' }, plainDate(2026, 1, 5))).toMatch(/^Xã Đàn,/);
  });
});

describe('builders', () => {
  it('write the office in full capitals, then the part of it that speaks', () => {
    expect(letterhead(office, { unit: office.desk, number: 'Số: 1/HDHS' })).toMatchObject({
      left: ['ỦY BAN NHÂN DÂN', 'PHƯỜNG CẦU GIẤY', 'ĐIỂM PHỤC VỤ HÀNH CHÍNH CÔNG PHƯỜNG CẦU GIẤY'],
      leftNote: 'Số: 1/HDHS',
    });
    expect(letterhead(office)).not.toHaveProperty('rightNote');
    expect(letterhead({ ...office, name: 'Trung tâm' })).toMatchObject({ left: ['TRUNG TÂM'] });
  });

  it('give a declaration the quốc hiệu alone', () => {
    expect(nationalHead()).toMatchObject({
      left: [],
      right: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'],
    });
  });

  it('take pairs and items on one line', () => {
    expect(labelLine(['A', 'b'], { label: 'C', value: 'd', grow: 2 })).toEqual({
      kind: 'line',
      items: [
        { label: 'A', value: 'b' },
        { label: 'C', value: 'd', grow: 2 },
      ],
    });
  });

  it('leave the place of a signer who is not known yet', () => {
    expect(signerSignature(undefined)).toMatchObject({ title: '', name: '' });
    expect(signerSignature(office.signers[0], 'NGƯỜI KÝ').title).toBe('NGƯỜI KÝ\nCHỦ TỊCH');
  });
});
