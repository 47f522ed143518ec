import type { CoreClient } from '#main/compose.ts';

type Attached = Awaited<ReturnType<CoreClient['files']['finish']>>;
type Owner = Parameters<CoreClient['files']['begin']>[0]['owner'];

/** Attaches bytes as a window does: begun, put call by call, finished. */
export async function attachFile(
  client: CoreClient,
  owner: Owner,
  bytes: Buffer,
  over: { readonly label?: string; readonly component?: string; readonly preview?: Buffer } = {},
): Promise<Attached> {
  const { label = 'Trang 1', component = '', preview } = over;
  const { transferId, callBytes } = await client.files.begin({ owner, component, label, size: bytes.length });
  for (let offset = 0; offset < bytes.length; offset += callBytes) {
    const part = bytes.subarray(offset, offset + callBytes);
    await client.files.put({ transferId, offset, bytes: part.toString('base64') });
  }
  return client.files.finish({ transferId, ...(preview && { preview: preview.toString('base64') }) });
}

/** The whole of an attached file, read as a window does. */
export async function readWhole(
  client: CoreClient,
  fileId: string,
  part: 'original' | 'preview' = 'original',
): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 1;
  for (let offset = 0; offset < size; offset += parts.at(-1)?.length ?? 0) {
    const answer = await client.files.read({ fileId, part, offset, length: 256 * 1024 });
    size = answer.size;
    parts.push(Buffer.from(answer.bytes, 'base64'));
  }
  return Buffer.concat(parts);
}
