import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { sealedSize } from '#shared/files/sealed-pieces.ts';
import type { CarriedFile } from '#shared/sync/sealed-file.ts';
import { findContent } from '../store/file-contents.ts';
import type { ByteSource } from './byte-source.ts';
import { CutOffError, openPieces } from './open-pieces.ts';
import { type FileContext, takeUpload } from './take-upload.ts';

/** How much of the carried bytes has been read, 0 to 1. */
export type OnProgress = (part: number) => void;

/**
 * Takes the bytes of attached files that follow an export, as if they had been uploaded: only those an accepted event of
 * the commune speaks of, and only when they are what it says.
 * @returns hashes of those the city has whole now, also from before; bytes that are damaged or cut off are left out
 */
export async function takeCarriedFiles(
  context: FileContext,
  office: string,
  files: readonly CarriedFile[],
  source: ByteSource,
  onProgress: OnProgress = () => {},
): Promise<readonly string[]> {
  const total = files.reduce((sum, { size }) => sum + sealedSize(size), 0);
  const taken: string[] = [];
  let passed = 0;
  for (const file of files) {
    try {
      if (await takeOne(context, office, file, source)) taken.push(file.sha256);
    } catch (error) {
      if (error instanceof CutOffError) break;
      throw error;
    }
    passed += sealedSize(file.size);
    onProgress(passed / total);
  }
  return taken;
}

async function takeOne(
  context: FileContext,
  office: string,
  file: CarriedFile,
  source: ByteSource,
): Promise<boolean> {
  const { database, files } = context;
  const known = await findContent(database.queries, office, file.sha256);
  const isStored = known?.storedAt != null;
  await mkdir(files.uploads, { recursive: true });
  const upload = path.join(files.uploads, `carried-${randomUUID()}`);
  try {
    // Read in any case: the next file stands behind it.
    const plain = known && !isStored ? createWriteStream(upload, { mode: 0o600 }) : undefined;
    const isWhole = await readThrough(openPieces(source, file), plain);
    if (!plain || !isWhole) return isStored;
    return (await takeUpload(context, office, file.sha256, upload)).ok;
  } finally {
    await rm(upload, { force: true });
  }
}

/** @returns whether every piece was what had been sealed */
async function readThrough(
  pieces: AsyncGenerator<Buffer>,
  into: NodeJS.WritableStream | undefined,
): Promise<boolean> {
  try {
    if (into) await pipeline(pieces, into);
    else for await (const _piece of pieces);
    return true;
  } catch (error) {
    if (error instanceof CutOffError || (error instanceof Error && 'errno' in error)) throw error;
    return false;
  }
}
