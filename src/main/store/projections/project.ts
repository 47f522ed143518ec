import { bookEventKinds, isEventKind } from '#shared/dossiers/events.ts';
import { foldDossier } from '#shared/dossiers/fold.ts';
import { foldBook } from '#shared/dossiers/fold-book.ts';
import { parseFact } from '#shared/dossiers/parse-fact.ts';
import type { DossierState } from '#shared/dossiers/state.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { RegisterEntry } from '#shared/registers/entry.ts';
import type { Connection } from '../connection.ts';
import type { EventLog } from '../event-log.ts';
import type { SearchWriter } from '../search.ts';
import { dossierItem, entryItem } from '../search-items.ts';
import type { StoredEvent } from '../types.ts';
import { dossierProjection } from './dossiers.ts';
import { type RegisterProjection, registerProjection } from './register.ts';

/**
 * Keeps the projections in step with the log. Two ways lead to the same rows: `add` for the next event written
 * here, which must fold; `replay` for a stream whose history changed, which passes by what does not fold.
 */
export function projector(connection: Connection, log: EventLog, search: SearchWriter) {
  const dossiers = dossierProjection(connection);
  const register = registerProjection(connection);

  function addToBook(event: StoredEvent): void {
    const fact = parseFact(event.kind, event.payload);
    if (!fact.ok) return;
    if (fact.value.kind === 'book-opened') register.openBook(fact.value.payload, event);
    if (fact.value.kind === 'book-closed')
      register.closeBook(fact.value.payload.bookId, fact.value.payload.closedOn);
  }

  function putDossier(state: DossierState, entryEvent: StoredEvent | undefined): void {
    dossiers.put(state);
    search.put(dossierItem(state));
    const before = register.ofDossier(state.dossierId);
    const { entry } = state;
    if (before && before.entryId !== entry?.entryId) {
      register.removeEntry(before.entry);
      search.remove('entry', before.entryId);
    }
    if (!entry) return;
    const isWritten = before?.entryId === entry.entryId;
    if (!isWritten && entryEvent && !winsNumber(register, log, search, entry, entryEvent)) return;
    if (!isWritten && entryEvent) register.addEntry(entry, entryEvent);
    search.put(entryItem(state, entry));
  }

  function replayDossier(history: readonly StoredEvent[]): void {
    let state: DossierState | undefined;
    let entryEvent: StoredEvent | undefined;
    for (const event of history) {
      const next = foldDossier(state, event);
      log.park(event.localSeq, next.ok ? '' : firstCode(next.error));
      if (event.kind === 'entry-registered') noteNumber(register, event);
      if (!next.ok) continue;
      state = next.value;
      if (event.kind === 'entry-registered') entryEvent = event;
    }
    if (state) putDossier(state, entryEvent);
  }

  return {
    /** @throws when the event does not fold, or its number in the register is taken: the caller decided wrongly */
    add(event: StoredEvent): void {
      if (isBookEvent(event)) {
        expectFold(event, foldBook(register.book(event.stream), event));
        addToBook(event);
        return;
      }
      const state = expectFold(event, foldDossier(dossiers.state(event.stream), event));
      const { entry } = state;
      if (event.kind === 'entry-registered' && entry) {
        expectFold(event, foldBook(register.book(entry.bookId), event));
        if (register.rival(event.office, entry)) {
          throw new Error(`number ${entry.number}/${entry.year} of book ${entry.book} is taken`);
        }
      }
      putDossier(state, event);
    },
    replay(stream: string): void {
      const history = log.ofStream(stream);
      const known = history.filter((event) => isEventKind(event.kind));
      // An event kind of a newer app is kept for the day this one is updated.
      for (const event of history) if (!known.includes(event)) log.park(event.localSeq, 'unknown-kind');
      if (history.some(isBookEvent)) for (const event of known) addToBook(event);
      else replayDossier(known);
    },
    clear(): void {
      dossiers.clear();
      register.clear();
      search.clearProjected();
    },
  };
}

export function isBookEvent(event: { readonly kind: string }): boolean {
  return bookEventKinds.some((kind) => kind === event.kind);
}

/** Two offline devices may give one number: the commune's feed decides, then the order here. */
function winsNumber(
  register: RegisterProjection,
  log: EventLog,
  search: SearchWriter,
  entry: RegisterEntry,
  event: StoredEvent,
): boolean {
  const rival = register.rival(event.office, entry);
  const other = rival && log.find(rival.eventId);
  if (!rival || !other) return true;
  if (!isEarlier(event, other)) return false;
  register.removeEntry(rival.entry);
  search.remove('entry', rival.entryId);
  return true;
}

function isEarlier(event: StoredEvent, other: StoredEvent): boolean {
  const [a, b] = [event.feedSeq ?? Number.MAX_SAFE_INTEGER, other.feedSeq ?? Number.MAX_SAFE_INTEGER];
  return a === b ? event.localSeq < other.localSeq : a < b;
}

function noteNumber(register: RegisterProjection, event: StoredEvent): void {
  const fact = parseFact(event.kind, event.payload);
  if (fact.ok && fact.value.kind === 'entry-registered') {
    register.noteNumber(fact.value.payload.entry);
  }
}

function expectFold<T>(
  event: StoredEvent,
  folded: { ok: true; value: T } | { ok: false; error: readonly Problem[] },
): T {
  if (folded.ok) return folded.value;
  throw new Error(
    `${event.kind} does not fold: ${firstCode(folded.error)} ${folded.error[0]?.message ?? ''}`,
  );
}

function firstCode(problems: readonly Problem[]): string {
  return problems[0]?.code ?? 'dossier/invalid';
}
