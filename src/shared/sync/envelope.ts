import { z } from 'zod';

/**
 * One event as it is stored and sent. Order is `deviceSeq` on the device and `feedSeq` in the commune's feed;
 * `at` is a displayed fact.
 */
export const envelopeSchema = z.object({
  /** UUIDv7 made by the device: the idempotency key of the push. */
  id: z.uuid(),
  office: z.string().min(1).max(32),
  device: z.uuid(),
  /** Gap-free per device, from 1. */
  deviceSeq: z.int().min(1),
  kind: z.string().min(1).max(64),
  /** Version of the payload's shape. */
  version: z.int().min(1),
  /** The dossier or book it happened to. */
  stream: z.uuid(),
  /** How many events of the stream the author had seen: the base of a merge. */
  base: z.int().min(0),
  actor: z.string().min(1),
  at: z.iso.datetime({ offset: true }),
  /** Whether the device's clock agreed with the city's at last contact. */
  clock: z.enum(['checked', 'unchecked', 'skewed']),
  payload: z.record(z.string(), z.unknown()),
});

export type Envelope = z.infer<typeof envelopeSchema>;
