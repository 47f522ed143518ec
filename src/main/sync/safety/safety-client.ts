import { promisify } from 'node:util';
import { zstdCompress } from 'node:zlib';
import { z } from 'zod';
import type { StoredEvent } from '#main/store/types.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { ownProtocols } from '#shared/sync/negotiate.ts';
import { type Answer, type PushResponse, pageEventSchema } from '#shared/sync/protocol.ts';
import type { Seal } from '#shared/sync/receipt.ts';
import {
  agreeResponseSchema,
  deviceKeyResponseSchema,
  offerResponseSchema,
  type SnapshotPage,
  snapshotResponseSchema,
  stateCheckResponseSchema,
} from '#shared/sync/safety-protocol.ts';
import type { Batch } from '../batch.ts';
import { checkAnswers, digestsOf, provedPage } from '../check-receipts.ts';
import { acceptColumns, call, type Timeouts } from '../city-client.ts';
import type { Enrolment } from '../enrolment.ts';
import type { Exchange } from '../exchange.ts';
import type { Fault } from '../fault.ts';

const compress = promisify(zstdCompress);

/** Answers to events that several devices wrote, with their proved receipts. */
export type Offered = {
  readonly answers: readonly Answer[];
  readonly seals: readonly Seal[];
};

const pageSchema = snapshotResponseSchema.extend({ events: z.array(pageEventSchema) });

/** What a device asks the city beside push and pull; `city/malformed` from a city that does not know the question. */
export type SafetyClient = {
  agree(
    marks: readonly { readonly seq: number; readonly receipt: string }[],
  ): Promise<Result<{ readonly agreed: number; readonly head: number }, Fault>>;
  offer(batch: Batch): Promise<Result<Offered, Fault>>;
  /** A page with events of this device is proved by its seal, for it settles them. */
  snapshot(after: number, bytes: number, device: string): Promise<Result<SnapshotPage, Fault>>;
  tellKey(signing: string): Promise<Result<{ readonly sealing: string }, Fault>>;
  checkState(
    feedSeq: number,
    sum: string,
  ): Promise<Result<{ readonly compared: boolean; readonly differing: number }, Fault>>;
};

/** @param protocol the highest version both ends speak */
export function safetyClient(
  exchange: Exchange,
  enrolment: Enrolment,
  timeouts: Timeouts,
  protocol: number = ownProtocols.max,
): SafetyClient {
  const { cityUrl, token, serverId } = enrolment;
  const headers = { authorization: `Bearer ${token}`, 'accept-encoding': 'zstd' };
  const timeoutMs = timeouts.transferMs;

  async function post<S extends z.ZodType>(
    path: string,
    schema: S,
    text: string,
  ): Promise<Result<z.infer<S>, Fault>> {
    return call(exchange, schema, serverId, {
      method: 'POST',
      url: `${cityUrl}${path}`,
      headers: { ...headers, 'content-type': 'application/json', 'content-encoding': 'zstd' },
      body: await compress(text),
      timeoutMs,
    });
  }

  return {
    agree: (marks) => post('/v1/agree', agreeResponseSchema, JSON.stringify({ marks })),
    async offer({ events, texts }) {
      const text = `{"protocol":${protocol},"events":[${texts.join(',')}]}`;
      const reply = await post('/v1/offer', offerResponseSchema, text);
      return reply.ok ? proved(enrolment, events, reply.value.parts) : reply;
    },
    async snapshot(after, bytes, device) {
      const reply = await call(exchange, pageSchema, serverId, {
        method: 'GET',
        url: `${cityUrl}/v1/snapshot?after=${after}&bytes=${bytes}`,
        headers: { ...headers, accept: acceptColumns },
        timeoutMs,
      });
      if (!reply.ok) return reply;
      const hasOwn = reply.value.events.some((event) => event.device === device);
      return provedPage(enrolment, reply.value, hasOwn);
    },
    tellKey: (signing) => post('/v1/device-key', deviceKeyResponseSchema, JSON.stringify({ signing })),
    checkState: (feedSeq, sum) =>
      post('/v1/state-check', stateCheckResponseSchema, JSON.stringify({ feedSeq, sum })),
  };
}

/** Gives the answers of each part their receipts, proved by the seals of that part. */
export function proved(
  enrolment: Enrolment,
  events: readonly StoredEvent[],
  parts: readonly { readonly answers: PushResponse['answers']; readonly seals: PushResponse['seals'] }[],
): Result<Offered, Fault> {
  const sent = digestsOf(events);
  const answers: Answer[] = [];
  const seals: Seal[] = [];
  for (const part of parts) {
    const checked = checkAnswers(enrolment, sent, part);
    if (!checked.ok) return checked;
    answers.push(...checked.value);
    seals.push(...part.seals);
  }
  return ok({ answers, seals });
}
