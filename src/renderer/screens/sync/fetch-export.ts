import type { CoreClient } from '#renderer/host-client/core-client.ts';
import { fromBase64 } from './base64.ts';

type Export = Awaited<ReturnType<CoreClient['safety']['exportUnsent']>>;

const CALL_BYTES = 1024 * 1024;

/** Makes a sealed export and fetches it whole; `onProgress` is told the part that is here, 0 to 1. */
export async function fetchExport(
  client: CoreClient,
  onProgress: (part: number) => void,
): Promise<{ readonly about: Export; readonly parts: readonly Uint8Array<ArrayBuffer>[] }> {
  const about = await client.safety.exportUnsent({});
  const { id, size } = about;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let offset = 0; offset < size; ) {
    const part = fromBase64((await client.safety.readExport({ id, offset, length: CALL_BYTES })).bytes);
    parts.push(part);
    offset += part.length;
    onProgress(offset / size);
  }
  return { about, parts };
}
