import { z } from 'zod';
import { envelopeSchema } from './envelope.ts';
import { feedEventSchema, MAX_BATCH_EVENTS, sealSchema, wireAnswerSchema } from './protocol.ts';

/** What a device and the city say to each other so that nothing is lost: beside the ordinary push and pull. */

const mark = z.object({ seq: z.int().min(1), receipt: z.string().min(1).max(300) });

/** Asks which of these places the city's feed still has, receipt for receipt. */
export const agreeRequestSchema = z.object({ marks: z.array(mark).min(1).max(100) });
export const agreeResponseSchema = z.object({
  /** The highest place both know; 0 when none of those asked. */
  agreed: z.int().min(0),
  head: z.int().min(0),
});

/** Events of any device of the office, in the order the city once had them. */
export const offerRequestSchema = z.object({
  protocol: z.int(),
  events: z.array(envelopeSchema).min(1).max(MAX_BATCH_EVENTS),
});
/** One part for each run of events of one device, in the order of the request. */
export const offerResponseSchema = z.object({
  serverId: z.uuid(),
  serverTime: z.iso.datetime({ offset: true }),
  parts: z.array(z.object({ answers: z.array(wireAnswerSchema), seals: z.array(sealSchema) })),
});

/** A long piece of the feed for a device that has nothing yet. */
export const snapshotRequestSchema = z.object({
  after: z.coerce.number().int().min(0),
  /** Of JSON before compression: a device on a slow line asks for less. */
  bytes: z.coerce.number().int().min(100_000).max(16_000_000).default(8_000_000),
});
export const snapshotResponseSchema = z.object({
  serverId: z.uuid(),
  serverTime: z.iso.datetime({ offset: true }),
  events: z.array(feedEventSchema),
  upTo: z.int().min(0),
  head: z.int().min(0),
  seal: sealSchema.optional(),
});

/** A device tells the key it signs exports with and learns the one it seals them for. Base64 of SPKI DER. */
export const deviceKeyRequestSchema = z.object({ signing: z.string().min(20).max(200) });
export const deviceKeyResponseSchema = z.object({ sealing: z.string().min(20).max(200) });

/** The sum of `state-sum.ts`, base64, at a place in the feed. */
export const stateCheckRequestSchema = z.object({ feedSeq: z.int().min(0), sum: z.string().max(4000) });
export const stateCheckResponseSchema = z.object({
  /** False when the feed has gone on since: nothing can be compared then. */
  compared: z.boolean(),
  differing: z.int().min(0),
});

export type SnapshotPage = z.infer<typeof snapshotResponseSchema>;
