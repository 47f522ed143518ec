import { z } from 'zod';
import { factsSchema } from '../dossiers/events.ts';
import { call } from './base.ts';

/** A declaration being typed: durable within a second, one owner, survives a crash, an upgrade and a logout. */
export const draftSchema = z.object({
  draftId: z.uuid(),
  procedure: z.string(),
  facts: factsSchema,
  components: z.array(
    z.object({ id: z.string(), form: z.enum(['original', 'copy', 'electronic']), count: z.int().min(1) }),
  ),
  /** Rises with each save; a save that does not name the revision it saw is refused as stale. */
  revision: z.int().min(0),
  createdAt: z.string(),
  savedAt: z.string(),
  /** The name typed so far, for the list; empty when none. */
  subject: z.string(),
});

export const drafts = {
  list: call.input(z.object({})).output(z.array(draftSchema.omit({ facts: true, components: true }))),
  get: call.input(z.object({ draftId: z.uuid() })).output(draftSchema),
  start: call.input(z.object({ procedure: z.string() })).output(draftSchema),
  save: call
    .input(draftSchema.pick({ draftId: true, facts: true, components: true, revision: true }))
    .output(z.object({ revision: z.int(), savedAt: z.string() })),
  discard: call.input(z.object({ draftId: z.uuid() })).output(z.object({})),
  /** Undo of discard. */
  restore: call.input(z.object({ draftId: z.uuid() })).output(draftSchema),
};
