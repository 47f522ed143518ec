import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useCoreQuery } from '#renderer/host-client/core.ts';
import { problemsOf } from '#renderer/host-client/problems-of.ts';
import { useSession } from '#renderer/shell/session.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { LoadingPlace } from '#renderer/ui/loading-place.tsx';
import { NoDossiers } from '#renderer/ui/no-dossiers.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { Problems } from '#renderer/ui/problems.tsx';
import { maySeeDossiers } from '#shared/dossiers/permissions.ts';
import { BookList } from './book-list.tsx';
import { BookView } from './book-view.tsx';
import { OpenBookDialog } from './open-book-dialog.tsx';
import classes from './register-screen.module.css';

/** Routes `/so` and `/so/$bookId`. */
export function RegisterScreen() {
  const { me } = useSession();
  if (maySeeDossiers(me.roles)) return <Register />;
  return (
    <>
      <PageHeader title="Sổ hộ tịch" />
      <NoDossiers />
    </>
  );
}

function Register() {
  const { bookId } = useParams({ strict: false });
  const navigate = useNavigate();
  const [opening, setOpening] = useState(false);
  const books = useCoreQuery(['register', 'books'], (client) => client.register.books({}));
  const current = books.data?.find((book) => book.bookId === bookId) ?? books.data?.[0];
  return (
    <>
      <PageHeader
        title="Sổ hộ tịch"
        actions={
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpening(true)}>
            Mở sổ
          </Button>
        }
      />
      <Problems problems={problemsOf(books.error)} />
      {books.isPending ? <LoadingPlace height={240} label="Đang tải danh sách sổ" /> : null}
      {books.data?.length === 0 ? (
        <EmptyState title="Chưa có sổ nào được mở">
          Mở sổ của năm nay trước khi vào sổ. Nếu sổ giấy đã có số, nhập số cuối cùng và nơi đọc số đó.
        </EmptyState>
      ) : null}
      {books.data && current ? (
        <div className={classes.columns}>
          <BookList books={books.data} current={current.bookId} />
          <BookView key={current.bookId} book={current} />
        </div>
      ) : null}
      {opening ? (
        <OpenBookDialog
          onClose={() => setOpening(false)}
          onOpened={(book) => {
            setOpening(false);
            void navigate({ to: '/so/$bookId', params: { bookId: book.bookId } });
          }}
        />
      ) : null}
    </>
  );
}
