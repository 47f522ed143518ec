import { bookEventKinds, isEventKind } from '#shared/dossiers/events.ts';
import { foldDossier } from '#shared/dossiers/fold.ts';
import { foldBook } from '#shared/dossiers/fold-book.ts';
import { parseFact } from '#shared/dossiers/parse-fact.ts';
import type { DossierState } from '#shared/dossiers/state.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { RegisterEntry } from '#shared/registers/entry.ts';
import type { Connection } from '../connection.ts';
import type { EventLog } from '../event-log.ts';
import type { SearchWriter } from '../search.ts';
import { dossierItem, entryItem } from '../search-items.ts';
import type { StoredEvent } from '../types.ts';
import { dossierProjection } from './dossiers.ts';
import { foldStream } from './fold-stream.ts';
import { registerProjection } from './register.ts';

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
    const { kind, payload } = fact.value;
    if (kind === 'book-opened') register.openBook(payload, event);
    if (kind === 'book-closed') register.closeBook(payload.bookId, payload.closedOn);
  }

  function putDossier(state: DossierState, entryEvent: StoredEvent | undefined): void {
    dossiers.put(state);
    search.put(dossierItem(state));
    const { entry } = state;
    const before = register.ofDossier(state.dossierId);
    if (before && before.entryId !== entry?.entryId) removeEntry(before);
    if (!entry) return;
    if (before?.entryId !== entry.entryId) {
      if (!entryEvent || !takesNumber(entry, entryEvent)) return;
      register.addEntry(entry, entryEvent);
    }
    search.put(entryItem(state, entry));
  }

  /** Two offline devices may give one number: the commune's feed decides, then the order here. */
  function takesNumber(entry: RegisterEntry, event: StoredEvent): boolean {
    const rival = register.atNumber(event.office, entry);
    const other = rival && log.at(rival.eventSeq);
    if (!rival || !other) return true;
    if (!isEarlier(event, other)) return false;
    removeEntry(rival);
    return true;
  }

  function removeEntry(entry: { entryId: string; bookId: string; number: number; epoch: number }): void {
    register.removeEntry(entry);
    search.remove('entry', entry.entryId);
  }

  function replayDossier(history: readonly StoredEvent[]): void {
    const { state, entryEvent, passedBy } = foldStream(history);
    for (const event of history) {
      log.park(event.localSeq, passedBy.get(event) ?? '');
      const fact = event.kind === 'entry-registered' ? parseFact(event.kind, event.payload) : undefined;
      if (fact?.ok && fact.value.kind === 'entry-registered') register.noteNumber(fact.value.payload.entry);
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
      const before = log.ofStream(event.stream).filter((each) => each.localSeq < event.localSeq);
      const folded = foldStream(before);
      const state = expectFold(event, foldDossier(folded.state, event));
      const { entry } = state;
      const isEntry = event.kind === 'entry-registered';
      if (isEntry && entry) {
        expectFold(event, foldBook(register.book(entry.bookId), event));
        if (register.atNumber(event.office, entry)) {
          throw new Error(`number ${entry.number}/${entry.year} of book ${entry.book} is taken`);
        }
      }
      putDossier(state, isEntry ? event : folded.entryEvent);
    },
    replay(stream: string): void {
      const history = log.ofStream(stream);
      if (!history.some(isBookEvent)) {
        replayDossier(history);
        return;
      }
      for (const event of history) {
        if (isEventKind(event.kind)) addToBook(event);
        else log.park(event.localSeq, 'dossier/invalid');
      }
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

function isEarlier(event: StoredEvent, other: StoredEvent): boolean {
  const [a, b] = [event.feedSeq ?? Number.MAX_SAFE_INTEGER, other.feedSeq ?? Number.MAX_SAFE_INTEGER];
  return a === b ? event.localSeq < other.localSeq : a < b;
}

function expectFold<T>(event: StoredEvent, folded: Result<T>): T {
  if (folded.ok) return folded.value;
  const [problem] = folded.error;
  throw new Error(`${event.kind} does not fold: ${problem?.code} ${problem?.message}`);
}
