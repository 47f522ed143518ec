import { connect } from '#main/store/connection.ts';
import type { OpenStore } from '#main/store/open.ts';
import type { NewEvent, StoredEvent } from '#main/store/types.ts';
import { foldDossier } from '#shared/dossiers/fold.ts';
import type { DossierState } from '#shared/dossiers/state.ts';
import { allowedKinds } from '#shared/dossiers/transitions.ts';
import type { Answer, FeedEvent } from '#shared/sync/protocol.ts';
import { samplePayloads } from './dossier-events.ts';
import { at, birthBook, bookOpened, clerk, next, received, registered, testId } from './store-events.ts';
import { type TestFolder, testFolder, testKey } from './test-store.ts';

export type Step = 'receive' | 'act' | 'register' | 'push' | 'push-reply-lost' | 'pull';

/**
 * Two devices of one office and a city of a few lines between them: it takes an event that folds on what it has,
 * holds any other, and gives each taken one the next place in the feed. Both start with the same open book, so
 * that they can give the same number.
 */
export function twoDevices() {
  const folders = [testFolder(), testFolder()] as const;
  const stores = folders.map((folder, index) => folder.open({ deviceId: testId('f', index + 1) }));
  const feed: FeedEvent[] = [];
  const atCity = new Map<string, DossierState>();
  let dossiers = 0;
  const by = { actor: clerk, at: at(1) };

  const store = (device: number): OpenStore => {
    const found = stores[device];
    if (!found) throw new RangeError(`no device ${device}`);
    return found;
  };
  const append = (device: number, event: NewEvent): void => {
    store(device).write((writer) => writer.append([event], by));
  };

  function answer({ localSeq: _local, feedSeq: _feed, origin: _origin, ...envelope }: StoredEvent): Answer {
    const known = feed.find((each) => each.id === envelope.id);
    const isBook = envelope.stream === birthBook;
    const folded = foldDossier(atCity.get(envelope.stream), envelope);
    if (!known && !isBook && !folded.ok) {
      return { id: envelope.id, outcome: 'held', reason: 'city/stale-base', message: 'Giữ lại' };
    }
    if (!known && folded.ok) atCity.set(envelope.stream, folded.value);
    const feedSeq = known?.feedSeq ?? feed.length + 1;
    if (!known) feed.push({ ...envelope, feedSeq, receipt: `R${feedSeq}` });
    return {
      id: envelope.id,
      outcome: known ? 'duplicate' : 'accepted',
      feedSeq,
      receipt: `R${feedSeq}`,
      acceptedAt: at(2),
    };
  }

  function push(device: number, isReplyLost: boolean): void {
    const events = store(device).read((reader) => reader.nextToSend(at(9), 7));
    const ids = events.map((event) => event.id);
    store(device).write((writer) => writer.markSending(ids, at(2)));
    const answers: Answer[] = [];
    for (const event of events) {
      const isHeldBack = answers.some(
        (each, index) => each.outcome === 'held' && events[index]?.stream === event.stream,
      );
      answers.push(
        isHeldBack
          ? { id: event.id, outcome: 'held', reason: 'city/out-of-order', message: 'Chờ' }
          : answer(event),
      );
    }
    store(device).write((writer) =>
      isReplyLost ? writer.returnToWaiting('all', '') : writer.settle(answers, at(3)),
    );
  }

  function pull(device: number): void {
    store(device).write((writer) => {
      const { feedSeq } = writer.syncCursor();
      const page = feed.filter((event) => event.feedSeq > feedSeq).slice(0, 9);
      writer.absorb(page);
      writer.saveCursor({ ...writer.syncCursor(), feedSeq: page.at(-1)?.feedSeq ?? feedSeq });
    });
  }

  function pickDossier(device: number, pick: number): DossierState | undefined {
    return store(device).read((reader) => {
      const { rows } = reader.dossierRows({ limit: 200, offset: 0 });
      const row = rows[pick % Math.max(rows.length, 1)];
      return row && reader.dossier(row.dossierId as never);
    });
  }

  function act(device: number, pick: number): void {
    const state = pickDossier(device, pick);
    if (!state) return;
    const kinds = allowedKinds(state.status).filter((kind) => kind !== 'entry-registered');
    const kind = kinds[pick % kinds.length];
    if (!kind) return;
    const event: NewEvent = {
      kind,
      stream: state.dossierId,
      base: state.version,
      payload: samplePayloads(kind)[0],
    } as NewEvent;
    if (foldDossier(state, { ...event, actor: clerk, at: at(1) }).ok) append(device, event);
  }

  function register(device: number, pick: number): void {
    const state = pickDossier(device, pick);
    const book = store(device).read((reader) => reader.book('birth', 2026));
    if (!state || !book || !allowedKinds(state.status).includes('entry-registered')) return;
    const { payload } = registered(0, book.lastNumber + 1, state.parties.subject) as NewEvent & {
      kind: 'entry-registered';
    };
    const entryId = testId('e', (device + 1) * 100_000 + dossiers * 1_000 + book.lastNumber);
    const event = {
      ...next(0, 'entry-registered', state.version, { ...payload, entry: { ...payload.entry, entryId } }),
    };
    append(device, { ...event, stream: state.dossierId });
  }

  function take(device: number, step: Step, pick: number): void {
    if (step === 'push') push(device, false);
    else if (step === 'push-reply-lost') push(device, true);
    else if (step === 'pull') pull(device);
    else if (step === 'act') act(device, pick);
    else if (step === 'register') register(device, pick);
    else {
      dossiers += 1;
      append(device, received(dossiers, `Nguyễn Văn Số ${dossiers}`));
      append(device, next(dossiers, 'dossier-handed-over', 1));
    }
  }

  append(0, bookOpened());
  take(0, 'receive', 0);
  for (const device of [0, 1]) {
    push(device, false);
    pull(device);
  }

  return {
    store,
    take,
    /** Sends and fetches until nothing moves any more. */
    drain(): void {
      const hasMore = (): boolean =>
        stores.some((each) =>
          each.read(
            (reader) => reader.nextToSend(at(9), 1).length > 0 || reader.syncCursor().feedSeq < feed.length,
          ),
        );
      while (hasMore()) {
        for (const device of [0, 1]) {
          push(device, false);
          pull(device);
        }
      }
    },
    projections: (device: number) => projections(folders[device]),
    /** States of the dossiers of which the city has every event this device wrote. */
    acceptedDossiers(device: number): ReadonlyMap<string, DossierState | undefined> {
      return store(device).read((reader) => {
        const held = new Set(
          stores
            .flatMap((each) => each.read((one) => one.outbox({ limit: 10_000, offset: 0 }).rows))
            .filter((item) => item.state !== 'accepted')
            .map((item) => item.stream),
        );
        const { rows } = reader.dossierRows({ limit: 200, offset: 0 });
        const open = rows.filter((row) => !held.has(row.dossierId)).map((row) => row.dossierId);
        return new Map(open.sort().map((id) => [id, reader.dossier(id as never)]));
      });
    },
    [Symbol.dispose]() {
      for (const folder of folders) folder[Symbol.dispose]();
    },
  };
}

/** Every row the log can give again, in an order of its own; the row numbers of search tell age, not content. */
function projections(folder: TestFolder | undefined): unknown {
  if (!folder) throw new RangeError('no such device');
  const { sqlite } = connect(folder.file, testKey);
  try {
    return [
      'SELECT * FROM dossiers ORDER BY dossier_id',
      'SELECT * FROM status_counts WHERE count > 0 ORDER BY status',
      'SELECT * FROM books ORDER BY book_id',
      'SELECT * FROM entries ORDER BY entry_id',
      'SELECT place, ref, dossier_id, subject, folded_subject, code, date, event_dates, terms FROM search_items ORDER BY ref, place',
      'SELECT local_seq, parked FROM events ORDER BY local_seq',
    ].map((query) => sqlite.prepare(query).all());
  } finally {
    sqlite.close();
  }
}
