import type { Core } from '#main/compose.ts';
import type { OfficeProfile } from '#shared/dossiers/office.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { Random } from '#tests/builders/random.ts';
import { seededId } from './bench-clock.ts';

/** The people, books and counters of a made-up office. */
export type Desk = {
  readonly office: OfficeProfile;
  readonly clerk: string;
  readonly officer: string;
  readonly leader: string;
  /** The open book of a kind and year. @throws when there is none */
  bookId(kind: string, year: number): string;
  /** The next number of a book, from 1. */
  entryNumber(bookId: string): number;
  /** The next number of a dossier, from 1. */
  dossierNumber(): number;
  newId(at: Instant): string;
};

/** The desk of a demo core: its accounts and books, and ids from a seed. */
export function deskOf(core: Core, random: Random): Desk {
  const account = (username: string): string => {
    const found = core.store.read((reader) => reader.accountByUsername(username));
    if (!found) throw new Error(`no account ${username}`);
    return found.accountId;
  };
  const office = core.store.read((reader) => reader.setting<OfficeProfile>('office'));
  if (!office) throw new Error('the demo core has an office');
  const bookIds = new Map<string, string>();
  return makeDesk(random, {
    office,
    clerk: account('tiepnhan'),
    officer: account('hotich'),
    leader: account('lanhdao'),
    bookId(kind, year) {
      const known = bookIds.get(kind + year);
      if (known) return known;
      const book = core.store.read((reader) => reader.book(kind, year));
      if (!book) throw new Error(`no ${kind} book of ${year}`);
      bookIds.set(kind + year, book.bookId);
      return book.bookId;
    },
  });
}

/** A desk whose counters begin at 1. */
export function makeDesk(random: Random, about: Omit<Desk, 'entryNumber' | 'dossierNumber' | 'newId'>): Desk {
  const lastNumbers = new Map<string, number>();
  let dossiers = 0;
  return {
    ...about,
    entryNumber(bookId) {
      const number = (lastNumbers.get(bookId) ?? 0) + 1;
      lastNumbers.set(bookId, number);
      return number;
    },
    dossierNumber() {
      dossiers += 1;
      return dossiers;
    },
    newId: (at) => seededId(at, random),
  };
}
