import { z } from 'zod';
import { call, pageSchema, syncStateSchema } from './base.ts';

export const syncItemSchema = z.object({
  eventId: z.uuid(),
  dossierId: z.string(),
  code: z.string(),
  subject: z.string(),
  /** Vietnamese name of what happened. */
  text: z.string(),
  at: z.string(),
  actor: z.string(),
  state: syncStateSchema,
  attempts: z.int(),
  receipt: z.string(),
  /** Vietnamese reason, with the way out; empty when there is none. */
  reason: z.string(),
  nextTryAt: z.string(),
});

export const syncStatusSchema = z.object({
  /** `busy`: the city answered that it has too much to do, and is asked again at `nextTryAt`. */
  connection: z.enum(['online', 'offline', 'syncing', 'busy', 'error', 'not-enrolled']),
  /** What is wrong and what still works, in Vietnamese; empty when online. */
  message: z.string(),
  lastContactAt: z.string(),
  lastTriedAt: z.string(),
  nextTryAt: z.string(),
  counts: z.record(syncStateSchema, z.int()),
  /** Oldest item not yet accepted: a queue that does not move is shown. */
  oldestWaitingAt: z.string(),
  city: z.string(),
});

export const sync = {
  status: call.input(z.object({})).output(syncStatusSchema),
  /** Own items; a leader or IT administrator sees all of the office's. */
  items: call
    .input(pageSchema.extend({ states: z.array(syncStateSchema).default([]) }))
    .output(z.object({ rows: z.array(syncItemSchema), total: z.int() })),
  retry: call.input(z.object({ eventId: z.uuid().optional() })).output(syncStatusSchema),
};
