import { expect, test } from 'vitest';
import { type Book, lookOfBook, numbersOf } from './book.ts';

const book: Book = {
  bookId: '0190b9a4-0000-7000-8000-000000000001',
  book: 'birth',
  title: 'Sổ đăng ký khai sinh',
  year: 2026,
  volume: '1',
  openedOn: '2026-01-02',
  closedOn: '',
  lastNumber: 12,
  entries: 12,
  held: true,
  epoch: 1,
};

test('a book taken over from paper says how many of its numbers are not on this machine', () => {
  expect(numbersOf({ ...book, lastNumber: 40, entries: 3 })).toContain('37 số trước đó nằm trong sổ giấy');
  expect(numbersOf(book)).not.toContain('sổ giấy');
});

test('a book held elsewhere is not offered as open', () => {
  expect(lookOfBook(book).label).toBe('Đang mở');
  expect(lookOfBook({ ...book, held: false }).label).toBe('Máy khác giữ');
  expect(lookOfBook({ ...book, held: false, closedOn: '2026-12-31' }).label).toBe('Đã khóa');
});
