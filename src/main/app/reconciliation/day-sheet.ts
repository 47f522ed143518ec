import { createHash } from 'node:crypto';
import type { Reader } from '#main/store/types.ts';
import type { Contract } from '#shared/contract/index.ts';
import { eventLabels } from '#shared/dossiers/event-labels.ts';
import { isEventKind } from '#shared/dossiers/events.ts';
import { foldBookStream } from '#shared/dossiers/fold-book-stream.ts';
import { errorCodes } from '#shared/kernel/error-codes.ts';
import { instantAt } from '#shared/kernel/instant.ts';
import { addDays, type PlainDate } from '#shared/kernel/plain-date.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { bookTitle } from '#shared/procedures/books.ts';
import {
  compareKinds,
  type DayEvent,
  differencesOf,
  moneyOfDay,
  numbersOf,
  waysOut,
} from '#shared/reconciliation/day-sheet.ts';
import type { DayResponse } from '#shared/sync/office-protocol.ts';
import { accountNames } from '../account-names.ts';
import type { App } from '../app.ts';
import type { InputOf, OutputOf } from '../contract-types.ts';
import { requireSight } from '../dossiers/may-see.ts';
import { openGaps } from '../register/book-custody.ts';
import type { Caller } from '../session/caller.ts';

type Sheet = Contract['reconciliation']['sheet'];
export type DaySheet = OutputOf<Sheet>;

/** What this machine knows of a day beside what the city has of it, with what to do about each difference. */
export async function daySheet(
  app: App,
  { account }: Caller,
  input: InputOf<Sheet>,
): Promise<Result<DaySheet>> {
  const sight = requireSight(account);
  if (!sight.ok) return sight;
  const day = input.day as PlainDate;
  const asked = await app.sync.dayAtCity(day, false);
  const before = app.store.read((reader) => eventsOf(reader, day));
  const differs =
    asked.ok && compareKinds(before, asked.value.kinds, hashOf).some((each) => each.same === false);
  // Only a day that differs is asked for event by event.
  const city = differs ? await app.sync.dayAtCity(day, true) : asked;
  const at = app.clock.now();
  app.store.write((writer) => {
    writer.audit({ at, actor: account.accountId, action: 'read', target: `day-sheet/${day}` });
  });
  return ok(
    app.store.read((reader) => ({
      day,
      at,
      cityMessage: city.ok ? '' : errorCodes[city.error],
      ...comparison(eventsOf(reader, day), city.ok ? city.value : undefined, differs),
      ...deskOf(reader, eventsOf(reader, day)),
    })),
  );
}

function comparison(
  events: readonly DayEvent[],
  city: DayResponse | undefined,
  inDetail: boolean,
): Pick<DaySheet, 'kinds' | 'differences'> {
  const kinds = compareKinds(events, city?.kinds, hashOf).map((row) => ({
    ...row,
    label: labelOf(row.kind),
    city: row.city ?? null,
    same: row.same ?? null,
  }));
  const differences = differencesOf(events, inDetail ? city?.events : undefined).map((each) => ({
    eventId: each.id,
    label: labelOf(each.kind),
    what: each.what,
    wayOut: waysOut[each.what],
  }));
  return { kinds, differences };
}

/** What the shift hands over: numbers, money, codes and work begun. */
function deskOf(
  reader: Reader,
  events: readonly DayEvent[],
): Pick<DaySheet, 'books' | 'money' | 'codes' | 'drafts'> {
  const nameOf = accountNames(reader);
  const drafts = reader.accounts().map((account) => ({
    owner: nameOf(account.accountId),
    count: reader.drafts(account.accountId).filter((draft) => !draft.discarded).length,
  }));
  const received = events.filter((event) => event.kind === 'dossier-received');
  const waiting = received.filter((event) => !hasCode(event)).length;
  const assigned = events.filter((event) => event.kind === 'code-assigned').length;
  return {
    books: numbersOf(events).map(({ book, voided, paper, ...rest }) => ({
      ...rest,
      title: bookTitle(book),
      voided: [...voided],
      paper: [...paper],
      open: openIn(reader, book, rest.year),
    })),
    money: [...moneyOfDay(events)],
    codes: { given: received.length - waiting + assigned, waiting: Math.max(0, waiting - assigned) },
    drafts: drafts.filter((each) => each.count > 0),
  };
}

function openIn(reader: Reader, kind: string, year: number): string[] {
  const book = reader.book(kind, year);
  const state = book && foldBookStream(reader.streamEvents(book.bookId)).state;
  if (!book || !state) return [];
  return openGaps(state, reader.numbersOf(book.bookId), book.lastNumber).map(({ from, to }) =>
    from === to ? `${from}` : `${from}–${to}`,
  );
}

function hasCode(event: DayEvent): boolean {
  return (event.payload as { readonly code?: unknown }).code !== '';
}

function eventsOf(reader: Reader, day: PlainDate): readonly DayEvent[] {
  const from = instantAt({ date: day, minutes: 0 });
  const before = instantAt({ date: addDays(day, 1), minutes: 0 });
  return reader.eventsBetween(from, before).map(({ event, digest, state }) => {
    const { id, kind, payload } = event;
    return { id, kind, payload, digest, state: state === 'resolved' ? 'accepted' : state };
  });
}

function labelOf(kind: string): string {
  return isEventKind(kind) ? eventLabels[kind] : kind;
}

function hashOf(digests: readonly string[]): string {
  return createHash('sha256').update(digests.toSorted().join('\n')).digest('hex');
}
