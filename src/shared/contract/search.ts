import { z } from 'zod';
import { call, syncStateSchema } from './base.ts';

export const hitSchema = z.object({
  where: z.enum(['draft', 'dossier', 'entry']),
  id: z.string(),
  /** The dossier to open; empty for a draft or an archived entry without one. */
  dossierId: z.string(),
  subject: z.string(),
  /** Code, entry number or local reference. */
  code: z.string(),
  procedure: z.string(),
  status: z.string(),
  date: z.string(),
  sync: syncStateSchema.optional(),
});

export const search = {
  /** Drafts, outbox and archive in one list: without tones, by prefix, by code, by ID number. */
  find: call
    .input(z.object({ text: z.string().max(200), limit: z.int().min(1).max(50).default(20) }))
    .output(z.object({ hits: z.array(hitSchema), milliseconds: z.number() })),
};
