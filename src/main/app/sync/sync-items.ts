import type { OutboxItem, Reader } from '#main/store/types.ts';
import type { Contract } from '#shared/contract/index.ts';
import { eventLabels } from '#shared/dossiers/event-labels.ts';
import { isEventKind } from '#shared/dossiers/events.ts';
import { maySeeDossiers } from '#shared/dossiers/permissions.ts';
import { asId, type DossierId } from '#shared/kernel/ids.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { accountNames } from '../account-names.ts';
import type { App } from '../app.ts';
import type { InputOf, OutputOf } from '../contract-types.ts';
import type { Caller } from '../session/caller.ts';
import { actorFilter } from './own-items.ts';

type Items = Contract['sync']['items'];
type Row = OutputOf<Items>['rows'][number];

/** The queue, one row an event. An IT administrator sees that something waits, not whom it is about. */
export function syncItems(app: App, { account }: Caller, input: InputOf<Items>): Result<OutputOf<Items>> {
  const actor = actorFilter(account);
  const { limit, offset, states } = input;
  return app.store.read((reader) => {
    const { rows, total } = reader.outbox({
      ...(states.length > 0 ? { states } : {}),
      ...(actor === undefined ? {} : { actor }),
      limit,
      offset,
    });
    const row = rowOf(reader, maySeeDossiers(account.roles));
    return ok({ rows: rows.map(row), total });
  });
}

function rowOf(reader: Reader, withSubject: boolean): (item: OutboxItem) => Row {
  const nameOf = accountNames(reader);
  return (item) => {
    const dossier = reader.dossier(asId<DossierId>(item.stream));
    const { eventId, at, state, attempts, receipt, nextTryAt, kind } = item;
    return {
      ...{ eventId, at, state, attempts, receipt, nextTryAt },
      dossierId: dossier?.dossierId ?? '',
      code: dossier?.code || dossier?.localRef || '',
      subject: withSubject ? (dossier?.parties.subject ?? '') : '',
      text: isEventKind(kind) ? eventLabels[kind] : kind,
      actor: nameOf(item.actor),
      reason: item.message,
    };
  };
}
