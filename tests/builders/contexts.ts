import { vietnamCalendar } from '#shared/deadlines/vietnam-calendar.ts';
import type { OfficeProfile } from '#shared/dossiers/office.ts';
import { asId, type EntryId } from '#shared/kernel/ids.ts';
import type { PlainDate } from '#shared/kernel/plain-date.ts';
import type {
  AnyProcedure,
  DocumentInput,
  Example,
  ProcedureContext,
} from '#shared/procedures/define-procedure.ts';
import type { RegisterEntry } from '#shared/registers/entry.ts';
import { testOffice } from './offices.ts';

/** What a procedure may look at on that day, with the real calendar. */
export function contextOn(today: PlainDate, office: OfficeProfile = testOffice): ProcedureContext {
  return { office, today, calendar: vietnamCalendar };
}

/** The entry an accepted example becomes, as number 7 of its book. */
export function entryOf(procedure: AnyProcedure, example: Example): RegisterEntry {
  return {
    ...procedure.entry(example.facts, contextOn(example.today)),
    entryId: asId<EntryId>('00000000-0000-7000-8000-000000000010'),
    bookId: '00000000-0000-7000-8000-000000000011',
    book: procedure.book.kind,
    year: Number(example.today.slice(0, 4)),
    number: 7,
    epoch: 1,
    registeredOn: example.today,
    registrar: 'Vũ Mẫu Đơn',
  };
}

/** Everything a finished dossier of this example gives to its papers. */
export function documentInputOf(procedure: AnyProcedure, example: Example): DocumentInput {
  const [signer] = testOffice.signers;
  return {
    ...contextOn(example.today),
    facts: example.facts,
    entry: entryOf(procedure, example),
    personalId: '001326001234',
    signer,
    dossierCode: 'H26.12-261001-0007',
    receivedAt: example.receivedAt,
  };
}
