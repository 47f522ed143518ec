import { setImmediate as nextTurn } from 'node:timers/promises';
import { promisify } from 'node:util';
import { constants, zstdCompress } from 'node:zlib';
import { z } from 'zod';
import { envelopeOf } from '#main/store/envelope-of.ts';
import type { SyncCursor } from '#main/store/types.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { COLUMNS_MEDIA, packList } from '#shared/sync/listed-body.ts';
import { ownProtocols } from '#shared/sync/negotiate.ts';
import {
  type Answer,
  type EnrolRequest,
  type EnrolResponse,
  enrolResponseSchema,
  type Health,
  healthSchema,
  type PullResponse,
  type PushResponse,
  pageEventSchema,
  pullResponseSchema,
  pushResponseSchema,
} from '#shared/sync/protocol.ts';
import type { Batch, PackedBatch } from './batch.ts';
import { checkAnswers, digestsOf, provedPage } from './check-receipts.ts';
import type { Enrolment } from './enrolment.ts';
import type { Exchange, HttpRequest } from './exchange.ts';
import type { Fault } from './fault.ts';
import { judgeReply } from './judge-reply.ts';

const compress = promisify(zstdCompress);

/** By row: on a slow office PC a higher level costs more time than a thin line saves. */
const ZSTD_LEVEL = 3;
/** By column there is so much less to pack that it costs as little. */
const COLUMNS_LEVEL = 9;
/** A city that does not write by column answers in plain JSON. */
export const acceptColumns = `${COLUMNS_MEDIA}, application/json`;

export type Timeouts = {
  readonly probeMs: number;
  /** At most a minute, so that nothing is shown as being sent for two. */
  readonly transferMs: number;
};

export const defaultTimeouts: Timeouts = { probeMs: 10_000, transferMs: 60_000 };

export type Pushed = Pick<PushResponse, 'serverTime' | 'seals'> & { readonly answers: readonly Answer[] };

/** The city as a device calls it. Answers are checked; every failure is a {@link Fault}, never an exception. */
export type CityClient = {
  /** Asks the real endpoint on a new connection who it is. */
  probe(): Promise<Result<Health, Fault>>;
  /** As the city reads it: by column where it can. */
  pack(batch: Batch): Promise<PackedBatch>;
  /** Answers carry receipts that the city's signature proves. The request is under way before this yields twice. */
  push(batch: PackedBatch): Promise<Result<Pushed, Fault>>;
  /** @param stalledSince of a queue that does not move, for the city's log; empty when it does */
  pull(
    cursor: SyncCursor,
    own: 'include' | 'skip',
    stalledSince: string,
  ): Promise<Result<PullResponse, Fault>>;
};

/** What was agreed on at the last probe. */
export type Spoken = {
  /** The highest version both ends speak. */
  readonly protocol: number;
  /** Whether the city reads a batch by column. */
  readonly columns: boolean;
};

export function cityClient(
  exchange: Exchange,
  enrolment: Enrolment,
  timeouts: Timeouts,
  { protocol, columns }: Spoken = { protocol: ownProtocols.max, columns: false },
): CityClient {
  const { cityUrl, token, serverId } = enrolment;
  const headers = {
    authorization: `Bearer ${token}`,
    accept: acceptColumns,
    'accept-encoding': 'zstd',
  };
  const timeoutMs = timeouts.transferMs;
  return {
    probe: () =>
      call(exchange, healthSchema, serverId, {
        method: 'GET',
        url: `${cityUrl}/v1/health`,
        headers: {},
        timeoutMs: timeouts.probeMs,
        fresh: true,
      }),
    async pack({ events, texts }) {
      const text = columns
        ? JSON.stringify(packList({ protocol, events: events.map(envelopeOf) }, 'events'))
        : `{"protocol":${protocol},"events":[${texts.join(',')}]}`;
      const type = columns ? COLUMNS_MEDIA : 'application/json';
      const level = columns ? COLUMNS_LEVEL : ZSTD_LEVEL;
      const body = await compress(text, { params: { [constants.ZSTD_c_compressionLevel]: level } });
      return { events, type, body };
    },
    async push({ events, type, body }) {
      const schema = z.preprocess((given) => withIds(given, events), pushResponseSchema);
      const replying = call(exchange, schema, serverId, {
        method: 'POST',
        url: `${cityUrl}/v1/push`,
        headers: { ...headers, 'content-type': type, 'content-encoding': 'zstd' },
        body,
        timeoutMs,
      });
      await nextTurn();
      // Made while the city works on the batch.
      const digests = digestsOf(events);
      const reply = await replying;
      if (!reply.ok) return reply;
      const { serverTime, seals } = reply.value;
      const answers = checkAnswers(enrolment, digests, reply.value);
      return answers.ok ? ok({ serverTime, seals, answers: answers.value }) : answers;
    },
    async pull({ feedSeq, witnessSeq, witnessReceipt }, own, stalledSince) {
      const stalled = stalledSince === '' ? '' : `&stalledSince=${encodeURIComponent(stalledSince)}`;
      const witness =
        witnessReceipt === '' ? '' : `&witness=${witnessSeq}&receipt=${encodeURIComponent(witnessReceipt)}`;
      const reply = await call(exchange, pageSchema, serverId, {
        method: 'GET',
        url: `${cityUrl}/v1/pull?after=${feedSeq}&own=${own}${witness}${stalled}`,
        headers,
        timeoutMs,
      });
      return reply.ok ? provedPage(enrolment, reply.value, own === 'include') : reply;
    },
  };
}

const pageSchema = pullResponseSchema.extend({ events: z.array(pageEventSchema) });

/** Answers by column stand in the order of the batch and do not repeat its ids. */
function withIds(body: unknown, events: readonly { readonly id: string }[]): unknown {
  if (typeof body !== 'object' || body === null || !('answers' in body)) return body;
  const { answers } = body;
  if (!Array.isArray(answers)) return body;
  return { ...body, answers: answers.map((answer, index) => ({ id: events[index]?.id, ...answer })) };
}

/** Shows an enrolment code to a server not known yet. */
export function callEnrol(
  exchange: Exchange,
  cityUrl: string,
  request: EnrolRequest,
  timeouts: Timeouts,
): Promise<Result<EnrolResponse, Fault>> {
  return call(exchange, enrolResponseSchema, undefined, {
    method: 'POST',
    url: `${cityUrl}/v1/enrol`,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify(request)),
    timeoutMs: timeouts.probeMs,
    fresh: true,
  });
}

export async function call<S extends z.ZodType>(
  exchange: Exchange,
  schema: S,
  pinned: string | undefined,
  request: HttpRequest,
): Promise<Result<z.infer<S>, Fault>> {
  try {
    return await judgeReply(await exchange.send(request), schema, pinned);
  } catch {
    // Name resolution, refusal, reset, TLS, time-out: to the clerk all of them are "no line".
    return err({ code: 'sync/unreachable' });
  }
}
