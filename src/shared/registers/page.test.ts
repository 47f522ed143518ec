import { describe, expect, it } from 'vitest';
import { testOffice } from '#tests/builders/offices.ts';
import { documentHtml } from '../documents/html.ts';
import { plainDate } from '../kernel/plain-date.ts';
import type { RegisterEntry } from './entry.ts';
import { registerPage } from './page.ts';

const entry: RegisterEntry = {
  entryId: 'e',
  bookId: 'b',
  book: 'member',
  year: 2026,
  number: 7,
  epoch: 1,
  registeredOn: plainDate(2026, 1, 5),
  registrar: 'Phạm Thử',
  subject: 'Nguyễn Thị Thử',
  eventDate: '2026-01-01',
  columns: [
    { label: 'Họ, chữ đệm, tên', value: 'NGUYỄN THỊ THỬ' },
    { label: 'Số định danh cá nhân', value: '' },
  ],
  boxes: [
    { label: 'Đúng hạn', checked: true },
    { label: 'Quá hạn', checked: false },
  ],
  notes: ['Ghi chú thứ nhất'],
  searchKeys: [],
  statistics: {},
};

describe('a page of a register book', () => {
  const document = registerPage({
    office: testOffice,
    book: { title: 'Sổ đăng ký hội viên', volume: '02' },
    entries: [entry, { ...entry, number: 12 }],
    firstPage: 31,
  });
  const html = documentHtml(document);

  it('is one for each entry, numbered on', () => {
    expect(document.pages).toHaveLength(2);
    expect(html).toMatch(
      /Trang số:<\/span> <span class="value">31<[\s\S]*Trang số:<\/span> <span class="value">32</,
    );
  });

  it('bears number, volume and day, the data, the boxes and the notes', () => {
    expect(html).toContain('SỔ ĐĂNG KÝ HỘI VIÊN');
    expect(html).toContain('<span class="value">07/2026</span>');
    expect(html).toContain('<span class="value">02</span>');
    expect(html).toContain('ngày 05 tháng 01 năm 2026');
    expect(html).toContain('NGUYỄN THỊ THỬ');
    expect(html).toContain('Ghi chú thứ nhất');
    expect(html).toMatch(/aria-label="Có"[\s\S]*?Đúng hạn[\s\S]*?aria-label="Không"[\s\S]*?Quá hạn/);
    expect(html).toContain('Phạm Thử');
  });

  it('gives the data seven parts and the margin three', () => {
    const columns = document.pages[0]?.blocks.find((block) => block.kind === 'columns');
    const [data = 0, margin = 0] =
      columns?.kind === 'columns' ? columns.columns.map((each) => each.width) : [];
    expect(data / (data + margin)).toBeCloseTo(0.7, 2);
  });
});
