import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type SealedFile, sealedFileSchema } from '#shared/sync/sealed-file.ts';

/** Where copies lie below the folder an administrator chose: one folder for each device of an office. */
export const COPIES = 'mot-cua-ban-sao';
export const OFFICE_FILE = 'office.json';

/** Places of the log a segment covers, both included; those that need no copy may be among them. */
export type Segment = { readonly from: number; readonly to: number };

const SEGMENT = /^events-(\d{12})-(\d{12})\.json$/;

export function segmentName({ from, to }: Segment): string {
  const digits = (place: number): string => String(place).padStart(12, '0');
  return `events-${digits(from)}-${digits(to)}.json`;
}

/** @returns segments in order of their places */
export async function listSegments(folder: string): Promise<readonly Segment[]> {
  const names = await readdir(folder);
  return names
    .flatMap((name) => {
      const match = SEGMENT.exec(name);
      return match ? [{ from: Number(match[1]), to: Number(match[2]) }] : [];
    })
    .toSorted((a, b) => a.from - b.from);
}

/**
 * Makes the folder of a device inside the chosen one, which must be there: a disk that is not plugged in must not
 * turn into a folder of the system disk.
 */
export async function ownFolder(chosen: string, office: string, device: string): Promise<string> {
  if (!(await stat(chosen)).isDirectory()) throw new Error(`${chosen} is not a folder`);
  const folder = path.join(chosen, COPIES, office, device);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** Whole or not at all, and on the medium when it returns. */
export async function writeSealed(folder: string, name: string, file: SealedFile): Promise<void> {
  const part = path.join(folder, `${name}.part`);
  await writeFile(part, JSON.stringify(file), { mode: 0o600, flush: true });
  await rename(part, path.join(folder, name));
}

/** @throws when it cannot be read or is no sealed file */
export async function readSealed(folder: string, name: string): Promise<SealedFile> {
  return sealedFileSchema.parse(JSON.parse(await readFile(path.join(folder, name), 'utf8')));
}

export async function removeSegments(folder: string, segments: readonly Segment[]): Promise<void> {
  for (const segment of segments) await rm(path.join(folder, segmentName(segment)), { force: true });
}
