import { List, Text, Title } from '@mantine/core';
import { formatMoney, formatNumber } from '#renderer/ui/format.ts';
import type { DaySheet } from './day-sheet.ts';

const methods = { cash: 'Tiền mặt', transfer: 'Chuyển khoản' } as const;

/** What the shift hands over: numbers of the books, money, codes, drafts still open. */
export function DayDesk({ sheet }: { readonly sheet: DaySheet }) {
  return (
    <section aria-labelledby="day-desk">
      <Title order={2} size="h5" id="day-desk" mt="md">
        Bàn giao ca
      </Title>
      <List size="sm">
        {sheet.books.map((book) => (
          <List.Item key={`${book.title} ${book.year}`}>
            {book.title} năm {book.year}: {numbersText(book)}
          </List.Item>
        ))}
        {sheet.money.map(({ method, count, amount }) => (
          <List.Item key={method}>
            {methods[method]}: {formatMoney(amount)} ({formatNumber(count)} lượt)
          </List.Item>
        ))}
        <List.Item>
          Mã hồ sơ: đã cấp {formatNumber(sheet.codes.given)}, còn chờ {formatNumber(sheet.codes.waiting)}
        </List.Item>
        {sheet.drafts.map(({ owner, count }) => (
          <List.Item key={owner}>
            Bản nháp còn mở của {owner}: {formatNumber(count)}
          </List.Item>
        ))}
      </List>
      {sheet.books.length === 0 ? <Text size="sm">Trong ngày chưa cấp số nào.</Text> : null}
    </section>
  );
}

function numbersText(book: DaySheet['books'][number]): string {
  const parts = [
    book.count === 0 ? 'không cấp số mới' : `số ${book.first}–${book.last} (${book.count} bản)`,
    ...(book.voided.length > 0 ? [`bỏ trống ${book.voided.join(', ')}`] : []),
    ...(book.paper.length > 0 ? [`viết tay ${book.paper.join(', ')}`] : []),
    ...(book.open.length > 0 ? [`CHƯA GIẢI TRÌNH ${book.open.join(', ')}`] : []),
  ];
  return `${parts.join('; ')}.`;
}
