import type { z } from 'zod';
import type { Tone } from '#renderer/ui/tone-badge.tsx';
import type { bookSchema } from '#shared/contract/register.ts';

export type Book = z.infer<typeof bookSchema>;

type BookLook = { readonly label: string; readonly explanation: string; readonly tone: Tone };

/** What can be done with a book on this machine now. */
export function lookOfBook(book: Book): BookLook {
  if (book.closedOn !== '') {
    return { label: 'Đã khóa', explanation: 'Không cấp thêm số. Vẫn tra cứu và in được.', tone: 'neutral' };
  }
  if (!book.held) {
    return {
      label: 'Máy khác giữ',
      explanation: 'Chỉ máy giữ sổ được cấp số. Muốn vào sổ ở máy này, phải nhận bàn giao sổ.',
      tone: 'attention',
    };
  }
  return {
    label: 'Đang mở',
    explanation: 'Máy này giữ sổ và được cấp số, kể cả khi mất kết nối.',
    tone: 'good',
  };
}

/** Where the numbers of a book are: on this machine, and before it in the paper book. */
export function numbersOf(book: Book): string {
  if (book.lastNumber === 0) return 'Chưa cấp số nào.';
  const onPaper = book.lastNumber - book.entries;
  const paper = onPaper > 0 ? ` ${onPaper} số trước đó nằm trong sổ giấy hoặc máy khác.` : '';
  return `Số cuối đã cấp: ${book.lastNumber}. Bản ghi trên máy này: ${book.entries}.${paper}`;
}
