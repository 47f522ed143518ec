import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Answer } from '#shared/sync/protocol.ts';
import type { Connection } from './connection.ts';
import type { EventLog } from './event-log.ts';
import { outbox } from './schema.ts';

export function outboxWriter({ db, sqlite }: Connection, log: EventLog) {
  const place = sql.placeholder;
  const isEvent = sql`${outbox.localSeq} = (SELECT local_seq FROM events WHERE id = ${place('eventId')})`;
  // One of each for every step and every answer, so these are plain statements.
  const insert = sqlite.prepare(
    `INSERT INTO outbox (local_seq, stream, actor, state) VALUES (?, ?, ?, 'waiting')`,
  );
  const accept = sqlite.prepare(
    `UPDATE outbox SET state = 'accepted', receipt = ?, reason = '', message = '', field = '', sending_since = '',
       next_try_at = '' WHERE local_seq = ?`,
  );
  const stop = db
    .update(outbox)
    .set({
      state: sql`${place('state')}`,
      reason: sql`${place('reason')}`,
      message: sql`${place('message')}`,
      field: sql`${place('field')}`,
      sendingSince: '',
      nextTryAt: '',
    })
    .where(and(isEvent, isOpen))
    .prepare();

  function stopAt(eventId: string, state: 'needs-you' | 'refused', why: Why): void {
    stop.run({ eventId, state, reason: why.reason, message: why.message, field: why.field ?? '' });
  }

  return {
    queue(localSeq: number, event: { readonly stream: string; readonly actor: string }): void {
      insert.run(localSeq, event.stream, event.actor);
    },
    /** The city has it, whatever the queue thought: an own event answered, or met again in the feed. */
    accept(localSeq: number, feedSeq: number, receipt: string): void {
      log.accept(localSeq, feedSeq, receipt);
      accept.run(receipt, localSeq);
    },
    markSending(eventIds: readonly string[], at: string): void {
      db.update(outbox)
        .set({ state: 'sending', sendingSince: at, nextTryAt: '', attempts: sql`${outbox.attempts} + 1` })
        .where(and(isOpen, eq(outbox.state, 'waiting'), among(eventIds)))
        .run();
    },
    returnToWaiting(eventIds: readonly string[] | 'all', nextTryAt: string): void {
      db.update(outbox)
        .set({ state: 'waiting', sendingSince: '', nextTryAt })
        .where(and(isOpen, eq(outbox.state, 'sending'), among(eventIds)))
        .run();
    },
    requeue(eventIds: readonly string[] | 'all'): void {
      db.update(outbox)
        .set({ state: 'waiting', reason: '', message: '', field: '', nextTryAt: '' })
        .where(and(isOpen, inArray(outbox.state, ['waiting', 'needs-you']), among(eventIds)))
        .run();
    },
    /** Held or refused: kept with its reason for a person. An item the city accepted stays accepted. */
    stop(answer: Extract<Answer, { outcome: 'held' | 'refused' }>): void {
      stopAt(answer.id, answer.outcome === 'held' ? 'needs-you' : 'refused', answer);
    },
    /**
     * What others did left no room for it: before it is sent, a person looks. One that was sent before may be at the
     * city already, so the city is asked again first.
     */
    overtake(localSeq: number, why: Why): void {
      const { reason, message, field = '' } = why;
      db.update(outbox)
        .set({ state: 'needs-you', reason, message, field, nextTryAt: '' })
        .where(
          and(isOpen, eq(outbox.localSeq, localSeq), eq(outbox.state, 'waiting'), eq(outbox.attempts, 0)),
        )
        .run();
    },
    /** Items of a branch that a person closed. */
    resolve(eventIds: readonly string[]): void {
      if (eventIds.length === 0) return;
      db.update(outbox)
        .set({ state: 'resolved', sendingSince: '', nextTryAt: '' })
        .where(and(isOpen, among(eventIds)))
        .run();
    },
  };
}

/** Of a code, its words and the field it is about. */
type Why = { readonly reason: string; readonly message: string; readonly field?: string | undefined };

/** Spelt as the partial indexes spell it, or SQLite would not use them. */
const isOpen = sql`${outbox.state} NOT IN ('accepted', 'resolved')`;

function among(eventIds: readonly string[] | 'all'): SQL | undefined {
  if (eventIds === 'all') return undefined;
  const wanted = JSON.stringify(eventIds);
  return sql`${outbox.localSeq} IN (SELECT local_seq FROM events WHERE id IN (SELECT value FROM json_each(${wanted})))`;
}
