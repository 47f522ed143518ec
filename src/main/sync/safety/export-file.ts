import { open } from 'node:fs/promises';
import type { ExportFile } from '#main/ports/export-file.ts';
import { FileDamaged } from '#main/store/files/file-damaged.ts';
import { sealedSize } from '#shared/files/sealed-pieces.ts';
import type { SealedFile } from '#shared/sync/sealed-file.ts';

/** A file of the vault, carried as it lies there. */
export type CarriedPlace = { readonly place: string; readonly size: number };

/**
 * The box, then the sealed pieces of attached files straight from where they lie: nothing is copied or held in memory.
 * @param carried with plain sizes, in the order the box names them
 */
export function exportFile(file: SealedFile, events: number, carried: readonly CarriedPlace[]): ExportFile {
  const head = Buffer.from(JSON.stringify(file) + (carried.length > 0 ? '\n' : ''));
  let end = head.length;
  const parts = carried.map(({ place, size }) => {
    const start = end;
    end += sealedSize(size);
    return { place, start, end };
  });
  return {
    ...{ id: file.id, office: file.office, events, files: carried.length, size: end },
    async read(offset, length) {
      if (offset < head.length) return head.subarray(offset, offset + length);
      const part = parts.find((each) => offset < each.end);
      if (!part) return Buffer.alloc(0);
      return readAt(part.place, offset - part.start, Math.min(length, part.end - offset));
    },
  };
}

async function readAt(place: string, position: number, length: number): Promise<Buffer> {
  await using handle = await open(place, 'r');
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead === 0) throw new FileDamaged(`${place} became shorter`);
  return buffer.subarray(0, bytesRead);
}
