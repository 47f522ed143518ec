import type { Account, Reader } from '#main/store/types.ts';
import type { Contract } from '#shared/contract/index.ts';
import { availableKinds } from '#shared/dossiers/decide.ts';
import type { DossierState } from '#shared/dossiers/state.ts';
import { nationalCodes } from '#shared/dossiers/status.ts';
import { timelineText } from '#shared/dossiers/timeline.ts';
import { type Instant, localDate } from '#shared/kernel/instant.ts';
import type { AnyProcedure } from '#shared/procedures/define-procedure.ts';
import { accountNames } from '../account-names.ts';
import { factsOf } from '../context-of.ts';
import type { OutputOf } from '../contract-types.ts';
import { documentsOf } from '../documents/documents-of.ts';
import { isActionKind } from './actions/payloads.ts';
import { latenessOf } from './dossier-row.ts';
import { eventSync, worstState } from './event-sync.ts';

export type DossierView = OutputOf<Contract['dossiers']['get']>;

/** Everything one screen shows of a dossier, for one person at one moment. */
export function dossierView(
  reader: Reader,
  state: DossierState,
  procedure: AnyProcedure,
  account: Account,
  now: Instant,
): DossierView {
  const timeline = timelineOf(reader, state);
  const { dossierId, code, localRef, status, receivedAt, due, parties, entry } = state;
  return {
    ...{ dossierId, code, localRef, status, receivedAt },
    procedure: state.procedure,
    subject: parties.subject,
    applicant: parties.applicant,
    dueAt: due.at,
    dueDate: due.date,
    lateness: latenessOf({ status, dueDate: due.date }, localDate(now)),
    sync: worstState(timeline.map((item) => item.sync)),
    files: reader.files.countsOf([dossierId]).get(dossierId) ?? { total: 0, sent: 0 },
    version: state.version,
    nationalCode: nationalCodes[status],
    channel: state.channel,
    facts: factsOf(state, procedure),
    components: [...state.components],
    due,
    extensions: state.extensions,
    money: state.money,
    fees: [...state.fees],
    holder: state.holder,
    ...(entry ? { entry: mutableEntry(entry) } : {}),
    personalId: state.personalId,
    supplement: [...state.supplement],
    refusalProposed: state.refusalProposed,
    timeline,
    actions: availableKinds(state, account.roles, now).filter(isActionKind),
    documents: documentsOf(state, procedure),
  };
}

/** The contract's arrays may be written to; the state's may not. */
export function mutableEntry(entry: NonNullable<DossierState['entry']>): NonNullable<DossierView['entry']> {
  const { columns, boxes, notes, searchKeys, statistics } = entry;
  return {
    ...entry,
    columns: [...columns],
    boxes: [...boxes],
    notes: [...notes],
    searchKeys: [...searchKeys],
    statistics: { ...statistics },
  };
}

function timelineOf(reader: Reader, state: DossierState): DossierView['timeline'] {
  const nameOf = accountNames(reader);
  const items = reader.outboxOfStream(state.dossierId);
  return reader.streamEvents(state.dossierId).map((event) => {
    const sync = eventSync(items.get(event.id));
    return {
      eventId: event.id,
      kind: event.kind,
      ...timelineText(event),
      actor: nameOf(event.actor),
      at: event.at,
      sync: sync.state,
      receipt: sync.receipt,
      reason: sync.reason,
    };
  });
}
