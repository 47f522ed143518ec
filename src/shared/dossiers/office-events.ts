import { z } from 'zod';

/** What can have happened at an office apart from its dossiers and books. The stream is the thing's own id. */
export const officeEventSchemas = {
  /** A leased block of dossier codes at the end of its day: the serials no dossier got, both ends included. */
  'code-block-closed': z.object({
    leaseId: z.uuid(),
    /** The day whose codes they are. */
    day: z.iso.date(),
    from: z.int().min(1),
    to: z.int().min(1),
    unused: z.array(z.object({ from: z.int().min(1), to: z.int().min(1) })).max(1000),
    reason: z.string().max(2000),
  }),
} as const;
