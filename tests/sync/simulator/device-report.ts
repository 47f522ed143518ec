import type { Core } from '#main/compose.ts';
import type { Store } from '#main/store/types.ts';
import { asId, type DossierId } from '#shared/kernel/ids.ts';
import type { DeviceContents, DeviceEntry, Health, Progress } from './device-messages.ts';
import { stateDigest } from './state-digest.ts';

const ALL = { limit: 1_000_000, offset: 0 };

export function healthOf(store: Store): Health {
  const { brokenAt, checked } = store.verifyAudit();
  return store.read((reader) => ({
    quickCheck: store.quickCheck(),
    auditBrokenAt: brokenAt,
    auditRows: checked,
    written: reader.outbox(ALL).rows.map(({ eventId, stream, kind, state, receipt, reason }) => ({
      eventId,
      stream,
      kind,
      state,
      receipt,
      reason,
    })),
    versions: Object.fromEntries(
      reader.dossierRows(ALL).rows.map(({ dossierId, version }) => [dossierId, version]),
    ),
  }));
}

export function progressOf({ store, sync }: Pick<Core, 'store' | 'sync'>, now: string): Progress {
  const { connection, message } = sync.status();
  return store.read((reader) => {
    const { waiting, sending } = reader.outboxCounts();
    const sendable = reader.nextToSend(now, 1).length > 0;
    return {
      waiting,
      sending,
      sendable,
      feedSeq: reader.syncCursor().feedSeq,
      line: `${connection} ${message}`.trim(),
    };
  });
}

export function contentsOf(store: Store): DeviceContents {
  const health = healthOf(store);
  return store.read((reader) => ({
    ...health,
    digests: Object.fromEntries(
      Object.keys(health.versions).map((id) => [id, stateDigest(reader.dossier(asId<DossierId>(id)) ?? {})]),
    ),
    entries: reader
      .books()
      .flatMap(({ bookId }) =>
        reader
          .entries(bookId, ALL)
          .rows.map(({ book, year, number, dossierId }): DeviceEntry => ({ book, year, number, dossierId })),
      ),
  }));
}
