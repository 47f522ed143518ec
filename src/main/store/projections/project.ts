import { entryOf } from '#shared/dossiers/entry-of.ts';
import { isBookEventKind, isOfficeEventKind } from '#shared/dossiers/events.ts';
import { fileEventSchemas } from '#shared/dossiers/file-events.ts';
import { foldDossier } from '#shared/dossiers/fold.ts';
import { entryProblem, foldBook } from '#shared/dossiers/fold-book.ts';
import { foldBookStream } from '#shared/dossiers/fold-book-stream.ts';
import type { DossierState } from '#shared/dossiers/state.ts';
import { err, type Result } from '#shared/kernel/result.ts';
import type { RegisterEntry } from '#shared/registers/entry.ts';
import type { Connection } from '../connection.ts';
import type { EventLog } from '../event-log.ts';
import { fileProjection } from '../files/file-projection.ts';
import type { SearchWriter } from '../search.ts';
import { dossierItem, entryItem, isFoundAlike } from '../search-items.ts';
import type { StoredEvent } from '../types.ts';
import { dossierProjection } from './dossiers.ts';
import { branchOf, type FoldedStream, foldStream } from './fold-stream.ts';
import { registerProjection } from './register.ts';

type PassedBy = FoldedStream['passedBy'];

/**
 * Keeps the projections in step with the log. Two ways lead to the same rows: `add` for the next event written
 * here, which must fold; `replay` for a stream whose history changed, which passes by what does not fold.
 */
export function projector(connection: Connection, log: EventLog, search: SearchWriter) {
  const dossiers = dossierProjection(connection);
  const register = registerProjection(connection);
  const files = fileProjection(connection);

  /** @param shown the state that is shown until now, when it is at hand */
  function putDossier(state: DossierState, entryEvent: StoredEvent | undefined, shown?: DossierState): void {
    dossiers.put(state);
    const isAlike = shown !== undefined && isFoundAlike(shown, state);
    if (!isAlike) search.put(dossierItem(state));
    const { entry } = state;
    const before = register.ofDossier(state.dossierId);
    const moved =
      before?.entryId !== entry?.entryId ||
      before?.number !== entry?.number ||
      // A branch that a person kept wrote it again.
      before?.eventSeq !== entryEvent?.localSeq;
    if (before && moved) removeEntry(before);
    if (!entry) return;
    if (moved) {
      if (!entryEvent || !takesNumber(entry, entryEvent)) return;
      register.addEntry(entry, entryEvent);
    }
    if (moved || !isAlike) search.put(entryItem(state, entry));
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

  function removeEntry(entry: { entryId: string; bookId: string }): void {
    register.removeEntry(entry);
    search.remove('entry', entry.entryId);
  }

  function replayDossier(history: readonly StoredEvent[]): PassedBy {
    const { state, entryEvent, passedBy } = foldStream(history);
    parkOf(history, (event) => passedBy.get(event)?.code);
    for (const event of history) {
      const entry = entryOf(event);
      if (entry) register.recount(entry.bookId);
    }
    if (state) putDossier(state, entryEvent);
    if (state && history.some(isFileEvent)) {
      files.forget(state.dossierId);
      files.put(state);
    }
    return passedBy;
  }

  /** @param whyOf why the projections pass an event by */
  function parkOf(history: readonly StoredEvent[], whyOf: (event: StoredEvent) => string | undefined): void {
    const [first] = history;
    if (!first) return;
    const parked = history.flatMap((event) => {
      const why = whyOf(event);
      return why === undefined ? [] : [[event.localSeq, why] as const];
    });
    log.park(first.stream, new Map(parked));
  }

  function replayBook(history: readonly StoredEvent[]): void {
    const { state, passedBy } = foldBookStream(history);
    parkOf(history, (event) => passedBy.get(event));
    const [first] = history;
    if (state && first) register.putBook(state, first.office);
  }

  return {
    /** @throws when the event does not fold, or its number in the register is taken: the caller decided wrongly */
    add(event: StoredEvent): void {
      if (isBookEvent(event)) {
        const earlier = log.ofStream(event.stream).filter((each) => each.localSeq < event.localSeq);
        register.putBook(expectFold(event, foldBook(foldBookStream(earlier).state, event)), event.office);
        return;
      }
      if (isOfficeEventKind(event.kind)) return;
      const history = log.ofStream(event.stream);
      if (branchOf(event).length > 0) {
        // It takes events out of the history it stands in.
        for (const [each, refusal] of replayDossier(history)) {
          if (each.id === event.id) expectFold(event, err([refusal]));
        }
        return;
      }
      const before = history.filter((each) => each.localSeq < event.localSeq);
      const folded = foldStream(before);
      const state = expectFold(event, foldDossier(folded.state, event));
      const { entry } = state;
      const isEntry = event.kind === 'entry-registered';
      if (isEntry && entry) {
        const again = [...folded.closed].some((each) => isSameNumber(each, entry));
        const wrong = again ? undefined : entryProblem(register.book(entry.bookId), entry);
        if (wrong) throw new Error(`${event.kind} does not fit its book: ${wrong.code} ${wrong.message}`);
        if (register.atNumber(event.office, entry)) {
          throw new Error(`number ${entry.number}/${entry.year} of book ${entry.book} is taken`);
        }
      }
      putDossier(state, isEntry ? event : folded.entryEvent, folded.state);
      if (isFileEvent(event)) files.put(state);
    },
    /** @returns what of a dossier's events no longer fits, with the reason */
    replay(stream: string): PassedBy {
      const history = log.ofStream(stream);
      if (!history.some(isBookEvent)) {
        return history.every((event) => isOfficeEventKind(event.kind)) ? new Map() : replayDossier(history);
      }
      replayBook(history);
      return new Map();
    },
    clear(): void {
      dossiers.clear();
      register.clear();
      files.clear();
      search.clearProjected();
    },
  };
}

/** A branch that a person kept writes its entry again, under the number that already stands on paper. */
function isSameNumber(event: StoredEvent, entry: RegisterEntry): boolean {
  const before = entryOf(event);
  return before?.bookId === entry.bookId && before.number === entry.number && before.epoch === entry.epoch;
}

export function isFileEvent(event: { readonly kind: string }): boolean {
  return Object.hasOwn(fileEventSchemas, event.kind);
}

export function isBookEvent(event: { readonly kind: string }): boolean {
  return isBookEventKind(event.kind);
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
