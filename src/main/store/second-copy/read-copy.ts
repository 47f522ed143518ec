import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { type ErrorCode, errorCodes } from '#shared/kernel/error-codes.ts';
import { problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { type Envelope, envelopeSchema } from '#shared/sync/envelope.ts';
import { unseal } from '../safety/sealed-box.ts';
import type { OfficeContent } from './copy-content.ts';
import { COPIES, listSegments, OFFICE_FILE, readSealed, segmentName } from './copy-files.ts';
import { recoveryKeyOf } from './recovery-code.ts';

export type CopyContent = OfficeContent & {
  /** Of the device the copy is of. */
  readonly folder: string;
  readonly device: string;
  /** When the office's part was last written. */
  readonly writtenAt: string;
  readonly events: readonly Envelope[];
  /** Files that could not be read; what they held is missing. */
  readonly unreadable: readonly string[];
};

const eventsSchema = z.object({ events: z.array(envelopeSchema) });

/**
 * Reads the copy of one device.
 * @param folder the chosen one, or that of one device when several have theirs in it
 * @returns `copy/not-found`, also when there are several, or `copy/wrong-code`
 */
export async function readCopy(folder: string, code: string): Promise<Result<CopyContent>> {
  const found = await deviceFolders(folder);
  const [own] = found;
  if (own === undefined) return refuse('copy/not-found');
  if (found.length > 1) {
    return refuse(
      'copy/not-found',
      `Có ${found.length} bản sao. Hãy chỉ rõ một thư mục: ${found.join(' ; ')}`,
    );
  }
  const { privateKey } = recoveryKeyOf(code);
  const office = await readSealed(own, OFFICE_FILE).catch(() => undefined);
  if (!office) return refuse('copy/not-found');
  const content = unseal(office, privateKey);
  if (content === undefined) return refuse('copy/wrong-code');
  const events: Envelope[] = [];
  const unreadable: string[] = [];
  for (const segment of await listSegments(own)) {
    const name = segmentName(segment);
    const file = await readSealed(own, name).catch(() => undefined);
    const parsed = eventsSchema.safeParse(file && unseal(file, privateKey));
    if (parsed.success) events.push(...parsed.data.events);
    else unreadable.push(name);
  }
  const { device, createdAt: writtenAt } = office;
  return ok({ ...(content as OfficeContent), folder: own, device, writtenAt, events, unreadable });
}

async function deviceFolders(folder: string): Promise<readonly string[]> {
  if (await isFile(path.join(folder, OFFICE_FILE))) return [folder];
  const root = path.basename(folder) === COPIES ? folder : path.join(folder, COPIES);
  const found: string[] = [];
  for (const office of await readdir(root).catch(() => [])) {
    for (const device of await readdir(path.join(root, office)).catch(() => [])) {
      const own = path.join(root, office, device);
      if (await isFile(path.join(own, OFFICE_FILE))) found.push(own);
    }
  }
  return found;
}

async function isFile(name: string): Promise<boolean> {
  return stat(name).then(
    (found) => found.isFile(),
    () => false,
  );
}

function refuse(code: ErrorCode, message: string = errorCodes[code]): Result<never> {
  return err([problem(code, 'error', message)]);
}
