import { oc } from '@orpc/contract';
import { z } from 'zod';
import { roles } from '../dossiers/roles.ts';
import { dossierStatuses } from '../dossiers/status.ts';

/** A problem as it crosses a transport; `code` is one of the registry in kernel/error-codes.ts. */
export const problemSchema = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'notice']),
  field: z.string().optional(),
  message: z.string(),
});

/**
 * Every call answers its output or REFUSED with the problems that stopped it. REFUSED is an expected error;
 * anything else a call throws is a bug and reaches the window as `request/internal`.
 */
export const call = oc.errors({
  REFUSED: { status: 422, data: z.object({ problems: z.array(problemSchema).min(1) }) },
});

export const pageSchema = z.object({
  limit: z.int().min(1).max(200).default(50),
  offset: z.int().min(0).default(0),
});

export const roleSchema = z.enum(roles);

export const dossierStatusSchema = z.enum(dossierStatuses);

/**
 * The sync axis of a dossier or of one queued event; never mixed with its business state. `resolved` is an event of a
 * branch that a person closed.
 */
export const syncStateSchema = z.enum(['waiting', 'sending', 'needs-you', 'accepted', 'refused', 'resolved']);
export type SyncState = z.infer<typeof syncStateSchema>;
