import type { Connection } from '#main/store/connection.ts';
import { rebuildProjections } from '#main/store/rebuild.ts';
import type { OutboxItem } from '#main/store/types.ts';
import { wordIndex } from '#main/store/word-index.ts';
import { asId, type DraftId } from '#shared/kernel/ids.ts';
import { digestOf, type Model, type Told, toldDigest } from './model.ts';
import type { SimulatedDevice } from './simulated-device.ts';
import { hold } from './violation.ts';

const ALL = { limit: 100_000, offset: 0 };

export function outboxOf({ store }: SimulatedDevice): readonly OutboxItem[] {
  return store.read((reader) => reader.outbox(ALL).rows);
}

/** What waits to be sent, or for a person. */
export function openItems(device: SimulatedDevice): readonly OutboxItem[] {
  return outboxOf(device).filter(({ state }) => state !== 'accepted' && state !== 'resolved');
}

/** An event as the log has it. */
export type LogRow = Told & { readonly origin: 'here' | 'feed'; readonly feedSeq: number | null };

/** The log, in the order it was written here. @param after a place in it */
export function logOf({ running }: SimulatedDevice, after = 0): readonly LogRow[] {
  const query = `SELECT id, device, kind, stream, payload, origin, feed_seq AS feedSeq FROM events
    WHERE local_seq > ? ORDER BY local_seq`;
  return running.connection.sqlite
    .prepare<[number], LogRow & { readonly payload: string }>(query)
    .all(after)
    .map((row) => ({ ...row, payload: JSON.parse(row.payload) }));
}

/** The last place of the log. */
export function endOfLog({ running }: SimulatedDevice): number {
  const last = running.connection.sqlite.prepare('SELECT max(local_seq) FROM events').pluck().get();
  return Number(last ?? 0);
}

/** What must hold on a machine after every step, whatever befell it. */
export function checkDevice(device: SimulatedDevice, model: Model): void {
  const name = `device ${device.index}`;
  nothingLost(device, model, name);
  receiptsStand(device, model, name);
  const { intact, brokenAt } = device.store.verifyAudit();
  hold(intact, 'audit-chain', () => `${name}: broken at ${brokenAt}`);
  projectionsAreReplay(device.running.connection, name);
}

function nothingLost(device: SimulatedDevice, model: Model, name: string): void {
  const promises = model.device(device.index);
  const log = new Map(logOf(device).map((event) => [event.id, toldDigest(event)]));
  for (const [id, digest] of promises.written) {
    hold(log.has(id), 'nothing-lost', () => `${name}: event ${id} is gone`);
    hold(log.get(id) === digest, 'nothing-lost', () => `${name}: event ${id} says something else`);
  }
  for (const [id, mark] of promises.drafts) {
    const draft = device.store.read((reader) => reader.draft(asId<DraftId>(id)));
    const found = draft && { revision: draft.revision, digest: digestOf(draft.facts) };
    hold(
      found?.revision === mark.revision && found.digest === mark.digest,
      'draft-kept',
      () => `${name}: draft ${id} was saved as ${mark.revision}, found is ${found?.revision}`,
    );
  }
}

function receiptsStand(device: SimulatedDevice, { taken, former }: Model, name: string): void {
  for (const { eventId, state, receipt, kind } of outboxOf(device)) {
    if (state !== 'accepted' || former.get(eventId)?.has(receipt)) continue;
    const given = taken.get(eventId);
    hold(given !== undefined, 'accepted-is-kept', () => `${name}: the city has no ${kind} ${eventId}`);
    hold(given.receipt === receipt, 'receipt-stable', () => `${name}: ${kind} ${eventId} shows ${receipt}`);
  }
}

const projections = [
  'SELECT * FROM dossiers ORDER BY dossier_id',
  'SELECT * FROM status_counts WHERE count > 0 ORDER BY status',
  'SELECT * FROM books ORDER BY book_id',
  'SELECT * FROM entries ORDER BY entry_id',
  `SELECT place, ref, dossier_id, subject, folded_subject, code, date, event_dates, terms
     FROM search_items ORDER BY ref, place`,
  `SELECT file_id, dossier_id, sha256, preview_sha256, component, label, taken_off FROM files
     WHERE dossier_id <> '' ORDER BY file_id`,
  'SELECT local_seq, parked FROM events ORDER BY local_seq',
];

/** Makes all of them anew, compares, and takes that back. */
function projectionsAreReplay(connection: Connection, name: string): void {
  const { sqlite } = connection;
  const rows = (): readonly string[] => projections.map((sql) => JSON.stringify(sqlite.prepare(sql).all()));
  sqlite.exec('SAVEPOINT compare');
  try {
    const before = rows();
    rebuildProjections(connection, wordIndex(connection));
    const after = rows();
    for (const [index, sql] of projections.entries()) {
      hold(
        before[index] === after[index],
        'projection-is-replay',
        () => `${name}: ${sql}\n  shown  ${before[index]}\n  replay ${after[index]}`,
      );
    }
  } finally {
    sqlite.exec('ROLLBACK TO compare; RELEASE compare');
  }
}
