import { MAX_PREVIEW_BYTES } from '#shared/files/file-limits.ts';
import { toBase64 } from './base64.ts';

/** Longer side of the small picture, pixels. */
const LONGER_SIDE = 640;

/** A small JPEG of a picture as base64; undefined for a PDF, or for a picture that cannot be drawn. */
export async function makePreview(file: Blob): Promise<string | undefined> {
  if (!file.type.startsWith('image/') || typeof OffscreenCanvas === 'undefined') return undefined;
  try {
    const picture = await createImageBitmap(file);
    const small = await draw(picture).finally(() => picture.close());
    if (small.size > MAX_PREVIEW_BYTES) return undefined;
    return toBase64(new Uint8Array(await small.arrayBuffer()));
  } catch {
    // A damaged picture is still attached; the core judges it by its first bytes.
    return undefined;
  }
}

function draw(picture: ImageBitmap): Promise<Blob> {
  const { width, height } = picture;
  const scale = Math.min(1, LONGER_SIDE / Math.max(width, height));
  const canvas = new OffscreenCanvas(Math.ceil(width * scale), Math.ceil(height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.75 });
}
