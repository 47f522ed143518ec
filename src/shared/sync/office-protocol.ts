import { z } from 'zod';

/** What a device asks of the city beside pushing and pulling: custody in an emergency, codes, and a day to compare. */

const head = { serverId: z.uuid(), serverTime: z.iso.datetime({ offset: true }) };

/** `POST /v1/custody/take-over`. The id becomes that of the event the city writes: repeating a request is safe. */
export const takeOverRequestSchema = z.object({
  id: z.uuid(),
  bookId: z.uuid(),
  /** The epoch the device sees; the city refuses when custody has passed on since. */
  epoch: z.int().min(1),
  /** The last number read in the paper book, 0 when nobody looked; never below what the city knows. */
  lastNumber: z.int().min(0).max(1_000_000),
  deviceName: z.string().max(100),
  actor: z.string().min(1).max(100),
  approvedBy: z.string().min(1).max(200),
  reason: z.string().min(1).max(2000),
});

export const takeOverResponseSchema = z.discriminatedUnion('outcome', [
  z.object({
    ...head,
    outcome: z.literal('given'),
    epoch: z.int(),
    lastNumber: z.int(),
    feedSeq: z.int(),
  }),
  z.object({ ...head, outcome: z.literal('refused'), reason: z.string(), message: z.string() }),
]);

/** `POST /v1/code-leases`: a block of the day's codes under an id the device made; repeating it gives the same block. */
export const codeLeaseRequestSchema = z.object({
  leaseId: z.uuid(),
  day: z.iso.date(),
  wanted: z.int().min(1).max(500),
});

export const codeLeaseResponseSchema = z.object({
  ...head,
  leaseId: z.uuid(),
  day: z.iso.date(),
  from: z.int().min(1),
  to: z.int().min(1),
  /** `H26.12-261123-{serial:4}`. */
  template: z.string(),
});

/** `GET /v1/days/2026-11-23?detail=true`: what the city has of an office's day, told by the device's own date. */
export const dayRequestSchema = z.object({ day: z.iso.date() });
export const dayQuerySchema = z.object({ detail: z.stringbool().default(false) });

export const dayResponseSchema = z.object({
  ...head,
  day: z.iso.date(),
  kinds: z.array(
    z.object({
      kind: z.string(),
      count: z.int(),
      /** SHA-256, hex, over the sorted digests of the events, one a line. */
      hash: z.string(),
    }),
  ),
  /** Only when details were asked for. */
  events: z.array(z.object({ id: z.uuid(), kind: z.string(), digest: z.string() })),
});

export type TakeOverRequest = z.infer<typeof takeOverRequestSchema>;
export type TakeOverResponse = z.infer<typeof takeOverResponseSchema>;
export type CodeLeaseResponse = z.infer<typeof codeLeaseResponseSchema>;
export type DayResponse = z.infer<typeof dayResponseSchema>;
