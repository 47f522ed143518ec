import { Button, Group, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useCoreMutation } from '#renderer/host-client/core.ts';
import { problemsOf } from '#renderer/host-client/problems-of.ts';
import { usePagedRows } from '#renderer/host-client/use-paged-rows.ts';
import { ConfirmDialog } from '#renderer/ui/confirm-dialog.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { formatDate } from '#renderer/ui/format.ts';
import { LoadingPlace } from '#renderer/ui/loading-place.tsx';
import { Problems } from '#renderer/ui/problems.tsx';
import { ToneBadge } from '#renderer/ui/tone-badge.tsx';
import { type GridColumn, VirtualGrid } from '#renderer/ui/virtual-grid.tsx';
import { entryNumberText } from '#shared/registers/entry.ts';
import type { Book } from './book.ts';
import { lookOfBook, numbersOf } from './book.ts';
import { CustodyPanel } from './custody-panel.tsx';
import { type BookEntry, EntryDetail } from './entry-detail.tsx';

/** One book: its state, where its numbers are, its entries. */
export function BookView({ book }: { readonly book: Book }) {
  const look = lookOfBook(book);
  return (
    <section aria-label={`${book.title} năm ${book.year}`}>
      <Group justify="space-between" align="flex-start" mb="xs">
        <div>
          <Group gap="xs">
            <Title order={2} size="h4">
              {book.title} năm {book.year}, quyển {book.volume}
            </Title>
            <ToneBadge tone={look.tone}>{look.label}</ToneBadge>
          </Group>
          <Text size="sm">{look.explanation}</Text>
          <Text size="sm" c="dimmed">
            Mở ngày {formatDate(book.openedOn)}
            {book.closedOn === '' ? '' : `, khóa ngày ${formatDate(book.closedOn)}`}. {numbersOf(book)}
          </Text>
        </div>
        {book.closedOn === '' && book.held ? <CloseBook book={book} /> : null}
      </Group>
      <CustodyPanel book={book} />
      <Entries book={book} />
    </section>
  );
}

function CloseBook({ book }: { readonly book: Book }) {
  const [asking, setAsking] = useState(false);
  const close = useCoreMutation((client) => client.register.close({ bookId: book.bookId }), ['register']);
  const confirm = async (): Promise<void> => {
    const result = await close.run(undefined);
    if (!result.ok) return;
    setAsking(false);
    notifications.show({ color: 'green', message: 'Đã khóa sổ.' });
  };
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        Khóa sổ
      </Button>
      <ConfirmDialog
        opened={asking}
        danger
        title={`Khóa ${book.title.toLocaleLowerCase('vi')} năm ${book.year}`}
        confirmLabel="Khóa sổ"
        pending={close.pending}
        onConfirm={() => void confirm()}
        onClose={() => setAsking(false)}
      >
        <Text size="sm">
          Số cuối cùng của sổ là {book.lastNumber}. Sau khi khóa, sổ không cấp thêm số và không mở lại được.
        </Text>
        <Problems problems={close.problems} title="Chưa khóa được sổ" />
      </ConfirmDialog>
    </>
  );
}

const columns: readonly GridColumn<BookEntry>[] = [
  { id: 'number', title: 'Số', width: '6rem', cell: (entry) => entryNumberText(entry) },
  { id: 'subject', title: 'Họ tên', width: 'minmax(9rem, 2fr)', cell: (entry) => entry.subject },
  { id: 'event', title: 'Ngày sự kiện', width: '7.5rem', cell: (entry) => formatDate(entry.eventDate) },
  { id: 'on', title: 'Ngày vào sổ', width: '7.5rem', cell: (entry) => formatDate(entry.registeredOn) },
  { id: 'by', title: 'Người vào sổ', width: 'minmax(8rem, 1fr)', cell: (entry) => entry.registrar },
  { id: 'code', title: 'Hồ sơ', width: '12rem', cell: (entry) => entry.code },
];

function Entries({ book }: { readonly book: Book }) {
  const [shown, setShown] = useState<BookEntry | undefined>();
  const rows = usePagedRows(['register', 'entries', book.bookId], (client, page) =>
    client.register.entries({ bookId: book.bookId, ...page }),
  );
  if (rows.error) return <Problems problems={problemsOf(rows.error)} />;
  if (rows.loading) return <LoadingPlace height={200} label="Đang tải sổ" />;
  if (rows.total === 0) {
    return (
      <EmptyState title="Sổ chưa có bản ghi trên máy này">
        Bản ghi xuất hiện khi công chức vào sổ từ hồ sơ đang thẩm tra.
      </EmptyState>
    );
  }
  return (
    <>
      <VirtualGrid
        label={`Bản ghi của ${book.title} năm ${book.year}`}
        columns={columns}
        total={rows.total}
        rowAt={rows.rowAt}
        onShow={rows.show}
        onOpen={setShown}
        spaceAround={19}
      />
      {shown === undefined ? null : <EntryDetail entry={shown} onClose={() => setShown(undefined)} />}
    </>
  );
}
