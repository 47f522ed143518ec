import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { call } from './base.ts';

/** What changed in the core, so that a window asks again; it carries no data of citizens. */
export const changeSchema = z.object({
  topic: z.enum(['dossiers', 'drafts', 'register', 'sync', 'session', 'administration', 'files']),
  id: z.string(),
});
export type Change = z.infer<typeof changeSchema>;

export const changes = {
  watch: call.input(z.object({})).output(eventIterator(changeSchema)),
};
