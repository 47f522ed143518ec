import { payloadVersion } from '#shared/dossiers/events.ts';
import type { EventId } from '#shared/kernel/ids.ts';
import type { Answer, FeedEvent } from '#shared/sync/protocol.ts';
import { accountWriter } from './accounts.ts';
import { auditWriter } from './audit.ts';
import type { Connection } from './connection.ts';
import { draftWriter } from './drafts.ts';
import type { EventLog } from './event-log.ts';
import { fileWriter } from './files/file-writer.ts';
import { outboxWriter } from './outbox-writer.ts';
import { branchOf } from './projections/fold-stream.ts';
import { isBookEvent, isFileEvent, projector } from './projections/project.ts';
import { offerWriter } from './safety/offers.ts';
import { safetyWriter } from './safety/safety-writer.ts';
import type { NotedStep } from './safety/work-journal.ts';
import { sealWriter } from './seals.ts';
import { searchWriter } from './search.ts';
import { settingWriter } from './settings.ts';
import type { StoreOptions } from './store-options.ts';
import type { NewEvent, Reader, StoredEvent, Writer } from './types.ts';
import type { WordIndex } from './word-index.ts';

/** Topics of shared/contract/changes.ts. */
type Topic = 'files' | 'dossiers' | 'drafts' | 'register' | 'sync' | 'administration';
type Touch = (...topics: readonly Topic[]) => void;
/** What the end of a transaction is told, and what the reader uses too. */
type Told = {
  readonly touch: Touch;
  readonly note: (step: NotedStep) => void;
  readonly words: WordIndex;
  readonly log: EventLog;
};

export function createWriter(
  connection: Connection,
  reader: Reader,
  options: Pick<StoreOptions, 'deviceId' | 'officeId' | 'newId'>,
  { touch, note, words, log }: Told,
): Writer {
  const search = searchWriter(connection, words);
  const outbox = outboxWriter(connection, log);
  const offers = offerWriter(connection);
  const project = projector(connection, log, search);
  const drafts = draftWriter(connection, search);
  const { audit } = auditWriter(connection);
  const accounts = accountWriter(connection);
  const settings = settingWriter(connection);
  const files = fileWriter(connection);

  function append(events: readonly NewEvent[], by: { actor: string; at: string }): readonly StoredEvent[] {
    const office = reader.setting<{ id: string }>('office')?.id ?? options.officeId;
    if (!office) throw new Error('an event belongs to an office: none is set');
    const { clock } = reader.syncCursor();
    let deviceSeq = Math.max(log.lastDeviceSeq(options.deviceId), reader.safety.deviceSeqFloor());
    touch('dossiers', 'sync');
    return events.map(({ kind, payload, stream, base }) => {
      deviceSeq += 1;
      const envelope = {
        id: options.newId<EventId>(),
        office,
        device: options.deviceId,
        deviceSeq,
        kind,
        version: payloadVersion(kind),
        stream,
        base,
        actor: by.actor,
        at: by.at,
        clock,
        payload,
      };
      const localSeq = log.add(envelope, { origin: 'here' });
      const event: StoredEvent = { ...envelope, localSeq, feedSeq: undefined, origin: 'here' };
      project.add(event);
      outbox.queue(localSeq, event);
      closeBranch(branchOf(event));
      audit({ at: by.at, actor: by.actor, action: kind, target: stream });
      note({ what: 'event', id: event.id, kind, stream, actor: by.actor, at: by.at });
      if (kind === 'entry-registered' || isBookEvent(event)) touch('register');
      if (isFileEvent(event)) touch('files');
      return event;
    });
  }

  function absorb(events: readonly FeedEvent[]): void {
    const changed = new Set<string>();
    for (const { feedSeq, receipt, ...envelope } of events) {
      const known = log.find(envelope.id);
      if (!known) log.add(envelope, { origin: 'feed', feedSeq, receipt });
      else if (known.feedSeq !== feedSeq) outbox.accept(known.localSeq, feedSeq, receipt);
      else continue;
      closeBranch(branchOf(envelope));
      if (!known || log.isShared(envelope.stream)) changed.add(envelope.stream);
      if (isBookEvent(envelope) || envelope.kind === 'entry-registered') touch('register');
      if (isFileEvent(envelope)) touch('files');
    }
    replay(changed);
    if (events.length > 0) touch('dossiers', 'sync');
  }

  function closeBranch(eventIds: readonly string[]): void {
    outbox.resolve(eventIds);
    offers.giveUp(eventIds);
  }

  function settle(answers: readonly Answer[]): void {
    const changed = new Set<string>();
    for (const answer of answers) {
      if (!('feedSeq' in answer)) {
        outbox.stop(answer);
        continue;
      }
      const event = log.find(answer.id);
      if (!event) continue;
      outbox.accept(event.localSeq, answer.feedSeq, answer.receipt);
      if (event.feedSeq !== answer.feedSeq && log.isShared(event.stream)) changed.add(event.stream);
    }
    replay(changed);
    touch('dossiers', 'sync');
  }

  /**
   * A stream that several devices wrote to is folded again in the order the city gave, what waits here on top. What
   * waits and fits no more is a branch: kept, not sent, and shown to a person.
   */
  function replay(streams: ReadonlySet<string>): void {
    for (const stream of streams) {
      for (const [event, { code, message, field }] of project.replay(stream)) {
        if (event.origin === 'here' && event.feedSeq === undefined) {
          outbox.overtake(event.localSeq, { reason: code, message, field });
        }
      }
    }
  }

  function touching<A extends readonly unknown[]>(topic: Topic, change: (...args: A) => void) {
    return (...args: A): void => {
      change(...args);
      touch(topic);
    };
  }

  return {
    ...reader,
    append,
    absorb,
    settle,
    files: {
      ...reader.files,
      keepContent: touching('files', files.keepContent),
      addToDraft: touching('files', files.addToDraft),
      setTakenOff: touching('files', files.setTakenOff),
      saveUpload: touching('files', files.saveUpload),
      requeue: touching('files', files.requeue),
    },
    safety: {
      ...reader.safety,
      ...safetyWriter(connection, { log, outbox, offers, device: options.deviceId, absorb, replay, touch }),
    },
    saveSeals: sealWriter(connection).saveSeals,
    saveDraft: touching('drafts', (draft) => {
      drafts.saveDraft(draft);
      const { draftId: id, revision, owner: actor, savedAt: at } = draft;
      note({ what: 'draft', id, revision, actor, at });
    }),
    removeDraft: touching('drafts', (id) => {
      drafts.removeDraft(id);
      note({ what: 'draft', id, revision: 0, actor: '', at: '' });
    }),
    saveAccount: touching('administration', accounts.saveAccount),
    saveSetting: touching('administration', settings.saveSetting),
    markSending: touching('sync', outbox.markSending),
    returnToWaiting: touching('sync', outbox.returnToWaiting),
    requeue: touching('sync', outbox.requeue),
    saveCursor: touching('sync', settings.saveCursor),
    // A window told of its own reading would read again.
    audit,
  };
}
