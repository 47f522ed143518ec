import type { NewEvent } from '#main/store/types.ts';
import type { EventKind, EventPayload } from '#shared/dossiers/events.ts';
import { type AccountId, asId } from '#shared/kernel/ids.ts';
import { receivedPayload, samplePayloads } from './dossier-events.ts';

/** Whoever writes in the tests of the store. */
export const clerk = asId<AccountId>('00000000-0000-7000-8000-0000000000a1');

/** Instants in order, one minute apart. */
export function at(minute: number): string {
  return new Date(Date.UTC(2026, 10, 23, 1, minute)).toISOString();
}

/** A made-up id that is the same in every run: kind of thing and number. */
export function testId(letter: 'd' | 'e' | 'b' | 'f' | 'a', number: number): string {
  return `00000000-0000-7000-8${letter}00-${number.toString(16).padStart(12, '0')}`;
}

/** The stream of the dossier with this number. */
export function dossierStream(number: number): string {
  return testId('d', number);
}

/** Dossier `number` received, with its subject and facts. */
export function received(
  number: number,
  subject = 'Nguyễn Thị Thử',
  more: Partial<EventPayload<'dossier-received'>> = {},
): NewEvent {
  return {
    kind: 'dossier-received',
    stream: dossierStream(number),
    base: 0,
    payload: {
      ...receivedPayload,
      fees: [],
      localRef: `T-${number}`,
      receivedAt: at(number),
      ...more,
      parties: { ...receivedPayload.parties, applicant: '', applicantPhone: '', ...more.parties, subject },
    },
  };
}

/** The next event of a dossier, with the first sample payload of its kind. */
export function next<K extends EventKind>(
  number: number,
  kind: K,
  base: number,
  payload?: EventPayload<K>,
): NewEvent {
  return {
    kind,
    stream: dossierStream(number),
    base,
    payload: payload ?? samplePayloads(kind)[0],
  } as NewEvent;
}

export const birthBook = testId('b', 1);

export function bookOpened(year = 2026, bookId = birthBook): NewEvent {
  return {
    kind: 'book-opened',
    stream: bookId,
    base: 0,
    payload: {
      bookId,
      book: 'birth',
      year,
      volume: '01',
      lastNumber: 0,
      startBasis: '',
      epoch: 1,
      openedOn: `${year}-01-02`,
    },
  };
}

/** Dossier `number` entered under this register number. */
export function registered(number: number, entryNumber: number, subject = 'Nguyễn Thị Thử'): NewEvent {
  return next(number, 'entry-registered', 2, {
    next: 'registered',
    entry: {
      entryId: testId('e', number),
      bookId: birthBook,
      book: 'birth',
      year: 2026,
      number: entryNumber,
      epoch: 1,
      registeredOn: '2026-11-23',
      registrar: 'Công chức Thử',
      subject,
      eventDate: '2026-11-20',
      columns: [{ label: 'Họ tên', value: subject }],
      boxes: [],
      notes: [],
      searchKeys: [{ kind: 'name', value: subject }],
      statistics: {},
    },
  });
}

/** Everything from reception to the register, for one dossier. */
export function throughRegister(number: number, entryNumber: number, subject?: string): readonly NewEvent[] {
  return [
    received(number, subject),
    next(number, 'dossier-handed-over', 1),
    registered(number, entryNumber, subject),
  ];
}
