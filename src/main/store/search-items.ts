import type { DossierState } from '#shared/dossiers/state.ts';
import { localDate, parseInstant } from '#shared/kernel/instant.ts';
import { entryNumberText, type RegisterEntry } from '#shared/registers/entry.ts';
import { factKeys, termsOf, typedDate } from './search-terms.ts';
import type { Draft, SearchHit } from './types.ts';

/** A hit and what it is found by. */
export type SearchItem = Omit<SearchHit, 'status'> & {
  /** Dates declared in it (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`), by which a second registration is noticed. */
  readonly eventDates: readonly string[];
  readonly terms: string;
};

export function draftItem(draft: Draft): SearchItem {
  const keys = factKeys(draft.facts);
  return {
    where: 'draft',
    id: draft.draftId,
    dossierId: '',
    subject: draft.subject,
    code: '',
    procedure: draft.procedure,
    date: dayOf(draft.savedAt),
    eventDates: keys.dates,
    terms: termsOf([draft.subject, ...keys.texts, ...keys.dates.map(typedDate)]),
  };
}

export function dossierItem(state: DossierState): SearchItem {
  const keys = factKeys(state.facts);
  const { subject, applicant, applicantPhone } = state.parties;
  return {
    where: 'dossier',
    id: state.dossierId,
    dossierId: state.dossierId,
    subject,
    code: state.code || state.localRef,
    procedure: state.procedure,
    date: dayOf(state.receivedAt),
    eventDates: keys.dates,
    terms: termsOf([
      subject,
      applicant,
      applicantPhone,
      state.code,
      state.localRef,
      state.personalId,
      ...keys.texts,
      ...keys.dates.map(typedDate),
    ]),
  };
}

/** Whether a step changed nothing that a dossier or its entry is found by: what a fold leaves alone is the same object. */
export function isFoundAlike(before: DossierState, after: DossierState): boolean {
  return (
    before.facts === after.facts &&
    before.parties === after.parties &&
    before.code === after.code &&
    before.personalId === after.personalId &&
    before.entry === after.entry
  );
}

export function entryItem(state: DossierState, entry: RegisterEntry): SearchItem {
  const found = entry.searchKeys.map((key) => (key.kind === 'date' ? typedDate(key.value) : key.value));
  const number = entryNumberText(entry);
  return {
    where: 'entry',
    id: entry.entryId,
    dossierId: state.dossierId,
    subject: entry.subject,
    code: number,
    procedure: state.procedure,
    date: entry.registeredOn,
    eventDates: [entry.eventDate],
    terms: termsOf([entry.subject, number, state.personalId, typedDate(entry.eventDate), ...found]),
  };
}

/** The day in Hà Nội of an instant; empty when it is none. */
function dayOf(at: string): string {
  const instant = parseInstant(at);
  return instant ? localDate(instant) : '';
}
