import { Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Book } from './book.ts';
import { lookOfBook } from './book.ts';
import classes from './register-screen.module.css';

type BookListProps = { readonly books: readonly Book[]; readonly current: string };

/** Books by kind, newest year first. */
export function BookList({ books, current }: BookListProps) {
  const byTitle = Map.groupBy(books, (book) => book.title);
  return (
    <nav aria-label="Các sổ hộ tịch">
      {[...byTitle].map(([title, group]) => (
        <section key={title} aria-label={title}>
          <Title order={2} size="h6" mt="xs">
            {title}
          </Title>
          <ul className={classes.books}>
            {group
              .toSorted((a, b) => b.year - a.year || a.volume.localeCompare(b.volume, 'vi'))
              .map((book) => (
                <li key={book.bookId}>
                  <Link
                    to="/so/$bookId"
                    params={{ bookId: book.bookId }}
                    className={classes.book}
                    aria-current={book.bookId === current ? 'page' : undefined}
                  >
                    Năm {book.year}, quyển {book.volume} – {lookOfBook(book).label}
                  </Link>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
