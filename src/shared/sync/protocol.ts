import { z } from 'zod';
import { envelopeSchema } from './envelope.ts';

/** Our own versioned REST between a device and the city: `/v1/…`, plain JSON, zstd for batches. */
export const PROTOCOL_VERSION = 1;
/** A batch is bounded by count and by bytes, so that a slow line always makes progress. */
export const MAX_BATCH_EVENTS = 500;
export const MAX_BATCH_BYTES = 2 * 1024 * 1024;
/** Header by which our server proves that it is not a captive portal. */
export const SERVER_HEADER = 'x-mot-cua-server';

export const enrolRequestSchema = z.object({
  code: z.string().min(6).max(64),
  device: z.uuid(),
  deviceName: z.string().min(1).max(100),
  protocol: z.int(),
});

export const officeProfileSchema = z.object({
  id: z.string(),
  name: z.string(),
  commune: z.string(),
  province: z.string(),
  desk: z.string(),
  agencyCode: z.string(),
  phone: z.string(),
  signers: z.array(
    z.object({ name: z.string(), title: z.string(), from: z.iso.date(), to: z.iso.date().optional() }),
  ),
});

export const enrolResponseSchema = z.object({
  office: officeProfileSchema,
  /** Bearer token; the city keeps its hash. Its expiry stops sync, never intake. */
  token: z.string().min(20),
  /** Identity the device pins: a different server is refused. */
  serverId: z.uuid(),
  /** Public key the device pins: Ed25519, SPKI DER in base64; every receipt is checked with it. */
  receiptKey: z.string().min(1),
  serverTime: z.iso.datetime({ offset: true }),
});

/** A batch as the city reads it first: one malformed event is refused alone and never spoils the others. */
export const pushBodySchema = z.object({
  protocol: z.int(),
  events: z
    .array(z.looseObject({ id: z.uuid() }))
    .min(1)
    .max(MAX_BATCH_EVENTS),
});

const rejectedSchema = z.object({
  id: z.uuid(),
  outcome: z.enum(['held', 'refused']),
  /** A code of the error registry. */
  reason: z.string(),
  /** Vietnamese, for the clerk; names the field when there is one. */
  message: z.string(),
  field: z.string().optional(),
});

/**
 * The city's answer for one event, in the order of the batch. Its receipt is not among them: the device makes it from
 * the event itself, see `receipt.ts`, and the seals prove that the city made the same one.
 */
export const wireAnswerSchema = z.discriminatedUnion('outcome', [
  z.object({
    id: z.uuid(),
    outcome: z.enum(['accepted', 'duplicate']),
    feedSeq: z.int().min(1),
    acceptedAt: z.iso.datetime({ offset: true }),
  }),
  rejectedSchema,
]);

/** An answer together with the receipt of what was accepted. */
export type Answer =
  | (Extract<WireAnswer, { outcome: 'accepted' | 'duplicate' }> & { readonly receipt: string })
  | Extract<WireAnswer, { outcome: 'held' | 'refused' }>;

export const sealSchema = z.object({
  from: z.int().min(1),
  to: z.int().min(1),
  before: z.string(),
  signature: z.string(),
});

export const pushResponseSchema = z.object({
  serverId: z.uuid(),
  serverTime: z.iso.datetime({ offset: true }),
  answers: z.array(wireAnswerSchema),
  /** One for each run of feed sequences among the answers. */
  seals: z.array(sealSchema),
});

export const pullRequestSchema = z.object({
  /** Last feed sequence the device has; 0 at first. */
  after: z.coerce.number().int().min(0),
  limit: z.coerce.number().int().min(1).max(1000).default(500),
  /** A device that has all its own events asks to skip them; one that may have lost some asks for all. */
  own: z.enum(['include', 'skip']).default('include'),
  /** A place the device knows and its receipt: a feed that has another there is not the one the device follows. */
  witness: z.coerce.number().int().min(1).optional(),
  receipt: z.string().max(300).optional(),
  /** Since when the device's queue has not moved although the line is up: for the city's log. */
  stalledSince: z.iso.datetime({ offset: true }).optional(),
});

export const feedEventSchema = envelopeSchema.extend({ feedSeq: z.int().min(1), receipt: z.string() });

/** An event of a page that a seal covers: by column its receipt is left out, the device makes it again. */
export const pageEventSchema = feedEventSchema
  .omit({ receipt: true })
  .extend({ receipt: z.string().optional(), acceptedAt: z.iso.datetime({ offset: true }).optional() });

export const pullResponseSchema = z.object({
  serverId: z.uuid(),
  serverTime: z.iso.datetime({ offset: true }),
  events: z.array(feedEventSchema),
  /** The cursor to go on from: the last sequence looked at, skipped events included. */
  upTo: z.int().min(0),
  /** Highest sequence of the commune's feed now: `head - after` is what is still to come. */
  head: z.int().min(0),
  /** Over the events of a page that leaves none out. */
  seal: sealSchema.optional(),
});

export const healthSchema = z.object({
  service: z.literal('mot-cua-city'),
  serverId: z.uuid(),
  protocol: z.object({ min: z.int(), max: z.int() }),
  receiptKey: z.string().min(1),
  /** Media types of a push it reads beside plain JSON. */
  reads: z.array(z.string()).optional(),
  serverTime: z.iso.datetime({ offset: true }),
});

/** Body of every answer that is not 2xx: a code of the error registry and its words for the clerk. */
export const cityErrorSchema = z.object({ code: z.string(), message: z.string() });

export type EnrolRequest = z.infer<typeof enrolRequestSchema>;
export type EnrolResponse = z.infer<typeof enrolResponseSchema>;
export type PushResponse = z.infer<typeof pushResponseSchema>;
export type WireAnswer = z.infer<typeof wireAnswerSchema>;
export type PullResponse = z.infer<typeof pullResponseSchema>;
export type PageEvent = z.infer<typeof pageEventSchema>;
export type FeedEvent = z.infer<typeof feedEventSchema>;
export type Health = z.infer<typeof healthSchema>;
