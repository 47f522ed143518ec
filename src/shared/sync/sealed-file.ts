import { z } from 'zod';
import { MAX_FILE_BYTES } from '../files/file-limits.ts';
import { canonicalJson, type Json } from '../kernel/canonical-json.ts';
import { envelopeSchema } from './envelope.ts';
import { sealSchema, wireAnswerSchema } from './protocol.ts';

/**
 * Files that carry work past a line that stays down. A sealed file: an ephemeral X25519 key and the recipient's make
 * a secret, HKDF-SHA-256 makes of it the key of AES-256-GCM over zstd of JSON; the header is authenticated with it and
 * signed by the device. An export that carries bytes of attached files goes on after the JSON with a newline and their
 * sealed pieces, one file after the other; what opens them is inside the box. Described in docs/decisions/0013.
 */

const base64 = z.string().regex(/^[A-Za-z0-9+/=_-]*$/);

export const sealedFileSchema = z.object({
  format: z.literal('mot-cua-sealed'),
  version: z.literal(1),
  /** What is inside; part of the key, so that one kind cannot stand for another. */
  purpose: z.enum(['export', 'second-copy']),
  office: z.string(),
  device: z.uuid(),
  /** Of this file, or of the copy it belongs to. */
  id: z.string().max(100),
  createdAt: z.iso.datetime({ offset: true }),
  /** X25519, raw, base64. */
  ephemeral: base64,
  nonce: base64,
  /** Ciphertext with its tag at the end. */
  box: base64,
  /** Ed25519 over {@link signedText}; empty for a copy only its own office opens. */
  signature: base64,
});
export type SealedFile = z.infer<typeof sealedFileSchema>;
export type SealedHeader = Pick<SealedFile, 'purpose' | 'office' | 'device' | 'id' | 'createdAt'>;

export function sealedInfo(purpose: SealedFile['purpose']): string {
  return `mot-cua-ho-tich sealed ${purpose} 1`;
}

/** What the cipher authenticates beside the content. */
export function headerText({ purpose, office, device, id, createdAt }: SealedHeader): string {
  return canonicalJson({ purpose, office, device, id, createdAt });
}

export function signedText({ signature: _signature, ...rest }: SealedFile): string {
  return canonicalJson(rest satisfies Json);
}

/** One attached file whose sealed pieces are carried beside the box. */
export const carriedFileSchema = z.object({
  /** Of the plain bytes. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.int().min(1).max(MAX_FILE_BYTES),
  /** Of this file alone, 32 bytes, base64. */
  key: base64,
});
export type CarriedFile = z.infer<typeof carriedFileSchema>;

/** What an export holds: events the city has not taken, and the key of its answer. */
export const exportContentSchema = z.object({
  events: z.array(envelopeSchema),
  /** 32 random bytes, base64: only the city that opened the file can answer under it. */
  replyKey: base64,
  /** In the order in which their pieces follow. */
  files: z.array(carriedFileSchema).optional(),
});
export type ExportContent = z.infer<typeof exportContentSchema>;

/** The city's answer to an export, back on the same medium: AES-256-GCM under the reply key, zstd of JSON. */
export const receiptsFileSchema = z.object({
  format: z.literal('mot-cua-receipts'),
  version: z.literal(1),
  office: z.string(),
  device: z.uuid(),
  /** Of the export. */
  id: z.string().max(100),
  nonce: base64,
  box: base64,
});
export type ReceiptsFile = z.infer<typeof receiptsFileSchema>;

export function receiptsHeaderText({
  office,
  device,
  id,
}: Pick<ReceiptsFile, 'office' | 'device' | 'id'>): string {
  return canonicalJson({ office, device, id, purpose: 'receipts' });
}

export const receiptsContentSchema = z.object({
  serverId: z.uuid(),
  serverTime: z.iso.datetime({ offset: true }),
  /** As `push` answers, one for each batch. */
  parts: z.array(z.object({ answers: z.array(wireAnswerSchema), seals: z.array(sealSchema) })),
  /** Hashes of the carried files that the city has whole. */
  files: z.array(z.string()).optional(),
});
export type ReceiptsContent = z.infer<typeof receiptsContentSchema>;
