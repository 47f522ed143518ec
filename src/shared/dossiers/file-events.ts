import { z } from 'zod';
import { fileMimes } from '../files/file-kind.ts';

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** Bytes by what they are: SHA-256 (hex) of the plain bytes, and how many. */
export const fileContentSchema = z.object({
  sha256: sha256Schema,
  size: z.int().min(1).max(1_000_000_000),
  mime: z.enum(fileMimes),
});

/** What can have happened to the files of a dossier. The bytes travel apart and later, by their hash. */
export const fileEventSchemas = {
  /** Of a file taken off before, it puts it back. */
  'file-attached': fileContentSchema.extend({
    fileId: z.uuid(),
    /** The paper of the procedure's checklist it shows; empty for any other. */
    component: z.string().max(100),
    /** The clerk's words for it; never the name of the file it came from, which often names a person. */
    label: z.string().max(200),
    /** A small picture of it. */
    preview: fileContentSchema.optional(),
  }),
  /** Taken off again before its bytes had been sent. */
  'file-taken-off': z.object({ fileId: z.uuid(), reason: z.string().max(2000) }),
} as const;
