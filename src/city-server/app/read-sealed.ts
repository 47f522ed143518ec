import { type SealedFile, sealedFileSchema } from '#shared/sync/sealed-file.ts';
import type { ByteSource } from './byte-source.ts';

/** The box of some weeks of work, in base64. */
const LONGEST_BOX = 128 * 1024 * 1024;

/** The first part of a sealed file; attached bytes, if any, come next. @returns undefined when it is none */
export async function readSealed(source: ByteSource): Promise<SealedFile | undefined> {
  const text = await source.line(LONGEST_BOX);
  try {
    return sealedFileSchema.parse(JSON.parse(text ?? ''));
  } catch {
    return undefined;
  }
}
