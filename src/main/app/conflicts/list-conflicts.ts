import type { Contract } from '#shared/contract/index.ts';
import { eventLabels } from '#shared/dossiers/event-labels.ts';
import { isEventKind } from '#shared/dossiers/events.ts';
import { asId, type DossierId } from '#shared/kernel/ids.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { accountNames } from '../account-names.ts';
import type { App } from '../app.ts';
import type { InputOf, OutputOf } from '../contract-types.ts';
import { requireSight } from '../dossiers/may-see.ts';
import type { Caller } from '../session/caller.ts';
import { actorFilter } from '../sync/own-items.ts';

type List = Contract['conflicts']['list'];

/** Dossiers that wait for a person, longest waiting first. */
export function listConflicts(app: App, { account }: Caller, page: InputOf<List>): Result<OutputOf<List>> {
  const sight = requireSight(account);
  if (!sight.ok) return sight;
  const actor = actorFilter(account);
  return app.store.read((reader) => {
    const nameOf = accountNames(reader);
    const { rows, total } = reader.stoppedDossiers({ ...page, ...(actor === undefined ? {} : { actor }) });
    return ok({
      total,
      rows: rows.map(({ stream, kind, at, state, message, actor: author }) => {
        const dossier = reader.dossier(asId<DossierId>(stream));
        return {
          dossierId: stream,
          code: dossier?.code || dossier?.localRef || '',
          subject: dossier?.parties.subject ?? '',
          text: isEventKind(kind) ? eventLabels[kind] : kind,
          actor: nameOf(author),
          ...{ at, state, reason: message },
        };
      }),
    });
  });
}
