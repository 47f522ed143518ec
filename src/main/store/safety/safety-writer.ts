import type { Envelope } from '#shared/sync/envelope.ts';
import type { FeedEvent } from '#shared/sync/protocol.ts';
import { accountWriter } from '../accounts.ts';
import type { Connection } from '../connection.ts';
import type { EventLog } from '../event-log.ts';
import type { outboxWriter } from '../outbox-writer.ts';
import { settingReader, settingWriter } from '../settings.ts';
import { MISSING_WORK } from './missing-work.ts';
import type { offerWriter } from './offers.ts';
import { DEVICE_SEQ_FLOOR } from './safety-reader.ts';
import { takenBackCounter } from './taken-back.ts';
import type { Adopted, SafetyWriter } from './types.ts';
import { unprojectedStreams } from './unprojected.ts';

/** What the rest of the writer lends. */
type Parts = {
  readonly log: EventLog;
  readonly outbox: ReturnType<typeof outboxWriter>;
  readonly offers: ReturnType<typeof offerWriter>;
  readonly device: string;
  readonly absorb: (events: readonly FeedEvent[]) => void;
  readonly replay: (streams: ReadonlySet<string>) => void;
  readonly touch: (...topics: readonly ('dossiers' | 'register' | 'sync')[]) => void;
};

export function safetyWriter(connection: Connection, parts: Parts): SafetyWriter {
  const { log, offers, outbox, replay, touch } = parts;
  const { sqlite } = connection;
  const unprojected = unprojectedStreams(connection);
  const countTakenBack = takenBackCounter(connection);
  const { setting, syncCursor } = settingReader(connection);
  const { saveSetting, saveCursor } = settingWriter(connection);
  const { saveAccount } = accountWriter(connection);

  function adoptOne(event: Envelope): keyof Adopted {
    if (log.find(event.id)) return 'known';
    if (event.device === parts.device && !log.hasDeviceSeq(event.device, event.deviceSeq)) {
      outbox.queue(log.add(event, { origin: 'here' }), event);
      return 'own';
    }
    offers.offer(log.add(event, { origin: 'feed' }));
    return 'others';
  }

  return {
    absorbUnprojected(events) {
      for (const { feedSeq, receipt, ...envelope } of events) {
        const known = log.find(envelope.id);
        if (!known) log.add(envelope, { origin: 'feed', feedSeq, receipt });
        else outbox.accept(known.localSeq, feedSeq, receipt);
        unprojected.note(envelope);
      }
    },
    projectSome(most) {
      replay(new Set(unprojected.take(most)));
      const left = unprojected.count();
      touch('sync');
      if (left === 0) touch('dossiers', 'register');
      return left;
    },
    absorbCounting: (events) => countTakenBack(() => parts.absorb(events)),
    loseFeedAfter(agreed) {
      const lost = offers.forgetFeedAfter(agreed);
      const seals = sqlite.prepare('SELECT * FROM receipt_seals WHERE to_seq > ?').all(agreed);
      const before = setting<readonly unknown[]>(FORMER_SEALS) ?? [];
      saveSetting(FORMER_SEALS, [...before, ...seals]);
      sqlite.prepare('DELETE FROM receipt_seals WHERE to_seq > ?').run(agreed);
      // A city that lost events may have lost bytes too; asking for each hash costs little.
      sqlite.exec(
        `UPDATE file_contents SET state = 'waiting', upload_url = '' WHERE state = 'accepted' AND wrapped_key <> ''`,
      );
      saveCursor({ ...syncCursor(), feedSeq: agreed, witnessSeq: 0, witnessReceipt: '' });
      touch('dossiers', 'sync');
      return lost;
    },
    settleOffers(answers) {
      for (const answer of answers) offers.settleOffer(answer);
      touch('sync');
    },
    forgetMissingWork() {
      saveSetting(MISSING_WORK, []);
      touch('sync');
    },
    requeueOffers() {
      offers.requeueOffers();
      touch('sync');
    },
    adopt(events) {
      const counts = { own: 0, others: 0, known: 0 };
      const streams = new Set<string>();
      for (const event of events) {
        const became = adoptOne(event);
        counts[became] += 1;
        if (became !== 'known') streams.add(event.stream);
      }
      replay(streams);
      touch('dossiers', 'register', 'sync');
      return counts;
    },
    raiseDeviceSeqFloor(to) {
      saveSetting(DEVICE_SEQ_FLOOR, Math.max(to, setting<number>(DEVICE_SEQ_FLOOR) ?? 0));
    },
    replayParked() {
      const streams = sqlite
        .prepare<[], string>(`SELECT DISTINCT stream FROM events INDEXED BY events_parked WHERE parked <> ''`)
        .pluck()
        .all();
      replay(new Set(streams));
      return streams.length;
    },
    replaceAccounts(accounts) {
      sqlite.prepare('DELETE FROM accounts').run();
      for (const account of accounts) saveAccount(account);
    },
  };
}

/** Setting: what the city had signed of a feed it lost. */
const FORMER_SEALS = 'formerSeals';
