import { z } from 'zod';
import { fileMimes } from '../files/file-kind.ts';
import { FILE_CALL_BYTES, MAX_PREVIEW_BYTES } from '../files/file-limits.ts';
import { call } from './base.ts';

/** A draft being typed, or a received dossier. */
export const fileOwnerSchema = z.union([
  z.strictObject({ draftId: z.uuid() }),
  z.strictObject({ dossierId: z.uuid() }),
]);

/** Bytes cross the contract as base64: the one form that every transport carries alike. */
const base64Of = (bytes: number) => z.base64().max(4 * Math.ceil(bytes / 3));

/** The small picture of a file, or the file. */
const part = z.enum(['original', 'preview']);

export const fileStateSchema = z.enum(['kept', 'elsewhere', 'waiting', 'sending', 'needs-you', 'accepted']);

export const fileViewSchema = z.object({
  fileId: z.uuid(),
  component: z.string(),
  label: z.string(),
  mime: z.enum(fileMimes),
  /** Bytes. */
  size: z.int(),
  addedAt: z.string(),
  addedBy: z.string(),
  /** `kept`: of a draft; `elsewhere`: another machine of the office sends it. */
  state: fileStateSchema,
  /** Whether its bytes are on this machine. */
  here: z.boolean(),
  hasPreview: z.boolean(),
  takenOff: z.boolean(),
  /** Whether it can still be taken off: the city does not have it yet. */
  mayTakeOff: z.boolean(),
  /** Why it needs a person, in Vietnamese; empty when it does not. */
  reason: z.string(),
});

/** Of the files not taken off. */
export const fileCountSchema = z.object({ total: z.int(), sent: z.int() });

export const files = {
  list: call
    .input(z.object({ owner: fileOwnerSchema }))
    .output(fileCountSchema.extend({ files: z.array(fileViewSchema) })),
  /** A file comes in calls of at most `callBytes` bytes, in order: `begin`, `put` …, `finish`. */
  begin: call
    .input(
      z.object({
        owner: fileOwnerSchema,
        /** An item of the procedure's checklist, or empty. */
        component: z.string().max(100),
        label: z.string().trim().min(1).max(200),
        size: z.int(),
      }),
    )
    .output(z.object({ transferId: z.uuid(), callBytes: z.int() })),
  put: call
    .input(z.object({ transferId: z.uuid(), offset: z.int().min(0), bytes: base64Of(FILE_CALL_BYTES) }))
    .output(z.object({ received: z.int() })),
  /** Attaches it, durably. `preview`: a small JPEG or PNG of it, made by the window. */
  finish: call
    .input(z.object({ transferId: z.uuid(), preview: base64Of(MAX_PREVIEW_BYTES).optional() }))
    .output(fileViewSchema),
  cancel: call.input(z.object({ transferId: z.uuid() })).output(z.object({})),
  read: call
    .input(
      z.object({
        fileId: z.uuid(),
        part,
        offset: z.int().min(0),
        length: z.int().min(1).max(FILE_CALL_BYTES),
      }),
    )
    .output(z.object({ bytes: z.base64(), size: z.int(), mime: z.enum(fileMimes) })),
  /** Brings the bytes from the city when they are not on this machine. */
  fetch: call.input(z.object({ fileId: z.uuid(), part })).output(z.object({})),
  takeOff: call.input(z.object({ fileId: z.uuid() })).output(fileViewSchema),
  /** Undo of `takeOff`. */
  putBack: call.input(z.object({ fileId: z.uuid() })).output(fileViewSchema),
  progress: call.input(z.object({})).output(
    z.object({
      waiting: z.int(),
      waitingBytes: z.int(),
      needsYou: z.int(),
      sending: z.object({ label: z.string(), sent: z.int(), size: z.int() }).optional(),
    }),
  ),
};
