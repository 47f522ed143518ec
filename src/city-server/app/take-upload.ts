import { sniffMime } from '#shared/files/file-kind.ts';
import { MAX_FILE_BYTES } from '#shared/files/file-limits.ts';
import type { ErrorCode } from '#shared/kernel/error-codes.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Database } from '../store/database.ts';
import { type AnnouncedContent, findContent, markStored } from '../store/file-contents.ts';
import { examine, type FileFolder } from '../store/file-folder.ts';

export type FileContext = { readonly database: Database; readonly files: FileFolder; now(): Date };

/** Whether bytes may begin to come: an accepted event of the commune must speak of this content. */
export async function mayUpload(
  { database }: FileContext,
  office: string,
  wanted: { readonly sha256: string; readonly size: number },
): Promise<Result<AnnouncedContent, ErrorCode>> {
  const content = await findContent(database.queries, office, wanted.sha256);
  if (!content) return err('file/not-found');
  if (content.size > MAX_FILE_BYTES) return err('file/too-large');
  return content.size === wanted.size ? ok(content) : err('file/hash-mismatch');
}

/**
 * Checks bytes that came whole and keeps them.
 * @param upload path of the uploaded file; gone afterwards when it was kept
 * @returns `file/hash-mismatch` or `file/type` when they are not what was announced
 */
export async function takeUpload(
  { database, files, now }: FileContext,
  office: string,
  sha256: string,
  upload: string,
): Promise<Result<void, ErrorCode>> {
  const content = await findContent(database.queries, office, sha256);
  if (!content) return err('file/not-found');
  const real = await examine(upload);
  if (real.sha256 !== sha256 || real.size !== content.size) return err('file/hash-mismatch');
  if (sniffMime(real.start) !== content.mime) return err('file/type');
  await files.keep(upload, office, sha256);
  await markStored(database.queries, office, sha256, now());
  return ok(undefined);
}
