import type { CoreClient } from '#renderer/host-client/core-client.ts';
import { FILE_CALL_BYTES } from '#shared/files/file-limits.ts';
import { fromBase64, toBase64 } from './base64.ts';
import type { FileOwner, FileView } from './file-view.ts';
import { makePreview } from './make-preview.ts';

/**
 * Hands one file to the core, piece by piece; it is on the disk when this resolves.
 * @param onProgress told the share that came, 0 to 1
 */
export async function sendFile(
  client: CoreClient,
  about: { readonly owner: FileOwner; readonly component: string; readonly label: string },
  file: Blob,
  onProgress: (share: number) => void,
): Promise<FileView> {
  const { transferId, callBytes } = await client.files.begin({ ...about, size: file.size });
  try {
    for (let offset = 0; offset < file.size; offset += callBytes) {
      const part = await file.slice(offset, offset + callBytes).arrayBuffer();
      await client.files.put({ transferId, offset, bytes: toBase64(new Uint8Array(part)) });
      onProgress(Math.min(1, (offset + callBytes) / file.size));
    }
    const preview = await makePreview(file);
    return await client.files.finish({ transferId, ...(preview === undefined ? {} : { preview }) });
  } catch (error) {
    await client.files.cancel({ transferId }).catch(() => undefined);
    throw error;
  }
}

/** The whole of an attached file, brought from the city first when it is not on this machine. */
export async function openFile(client: CoreClient, file: FileView): Promise<Blob> {
  const { fileId } = file;
  if (!file.here) await client.files.fetch({ fileId, part: 'original' });
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let offset = 0; offset < file.size; ) {
    const { bytes } = await client.files.read({ fileId, part: 'original', offset, length: FILE_CALL_BYTES });
    const part = fromBase64(bytes);
    parts.push(part);
    offset += part.length;
  }
  return new Blob(parts, { type: file.mime });
}
