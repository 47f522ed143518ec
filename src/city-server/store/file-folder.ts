import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import path from 'node:path';
import { SNIFF_BYTES } from '#shared/files/file-kind.ts';

/** Where the bytes of attached files lie: one folder per commune, names by hash; uploads that go on lie apart. */
export type FileFolder = {
  readonly uploads: string;
  placeOf(office: string, sha256: string): string;
  /** Gives checked bytes their lasting name; they survive a power cut when this resolves. */
  keep(upload: string, office: string, sha256: string): Promise<void>;
};

export function fileFolder(root: string): FileFolder {
  // An office's id is the operator's text; its hash is a safe name.
  const folderOf = (office: string): string =>
    path.join(root, createHash('sha256').update(office).digest('hex').slice(0, 16));
  const placeOf = (office: string, sha256: string): string =>
    path.join(folderOf(office), sha256.slice(0, 2), sha256);
  return {
    uploads: path.join(root, 'uploads'),
    placeOf,
    async keep(upload, office, sha256) {
      const place = placeOf(office, sha256);
      await mkdir(path.dirname(place), { recursive: true });
      await flush(upload);
      await rename(upload, place);
      if (process.platform !== 'win32') await flush(path.dirname(place));
    },
  };
}

/** What a file really is, read piece by piece. */
export async function examine(
  file: string,
): Promise<{ readonly sha256: string; readonly size: number; readonly start: Uint8Array }> {
  const hash = createHash('sha256');
  let size = 0;
  let start = Buffer.alloc(0);
  for await (const bytes of createReadStream(file)) {
    const part: Buffer = bytes;
    if (start.length < SNIFF_BYTES) start = Buffer.concat([start, part.subarray(0, SNIFF_BYTES)]);
    hash.update(part);
    size += part.length;
  }
  return { sha256: hash.digest('hex'), size, start };
}

async function flush(place: string): Promise<void> {
  const handle = await open(place, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
