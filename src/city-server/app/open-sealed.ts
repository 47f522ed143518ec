import {
  createCipheriv,
  createDecipheriv,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  type KeyObject,
  randomBytes,
  verify,
} from 'node:crypto';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import {
  type ExportContent,
  exportContentSchema,
  headerText,
  type ReceiptsContent,
  type ReceiptsFile,
  receiptsHeaderText,
  type SealedFile,
  sealedInfo,
  signedText,
} from '#shared/sync/sealed-file.ts';

/** An X25519 public key is its raw 32 bytes behind this. */
const SPKI_PREFIX = Buffer.from('302a300506032b656e032100', 'hex');
const CIPHER = 'aes-256-gcm';
/** An export of some weeks is a few tens of MB. */
const LONGEST_CONTENT = 512 * 1024 * 1024;

/** @param signingKey of the device that wrote the file, SPKI DER in base64 */
export function isSignedBy(file: SealedFile, signingKey: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(signingKey, 'base64'), format: 'der', type: 'spki' });
    return verify(null, Buffer.from(signedText(file)), key, Buffer.from(file.signature, 'base64'));
  } catch {
    return false;
  }
}

/** @returns undefined when the file was not sealed for this server, or is damaged */
export function openExport(
  file: SealedFile,
  own: { readonly privateKey: KeyObject; readonly publicKey: string },
): ExportContent | undefined {
  try {
    const ephemeral = Buffer.from(file.ephemeral, 'base64');
    const key = Buffer.concat([SPKI_PREFIX, ephemeral]);
    const publicKey = createPublicKey({ key, format: 'der', type: 'spki' });
    const secret = diffieHellman({ privateKey: own.privateKey, publicKey });
    const recipient = Buffer.from(own.publicKey, 'base64').subarray(SPKI_PREFIX.length);
    const salt = Buffer.concat([ephemeral, recipient]);
    const boxKey = Buffer.from(hkdfSync('sha256', secret, salt, sealedInfo(file.purpose), 32));
    const plain = unbox(boxKey, file, headerText(file));
    return exportContentSchema.parse(JSON.parse(plain.toString('utf8')));
  } catch {
    return undefined;
  }
}

/** Answers an export under the key that was inside it. */
export function sealReceipts(
  about: Pick<ReceiptsFile, 'office' | 'device' | 'id'>,
  replyKey: Buffer,
  content: ReceiptsContent,
): ReceiptsFile {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(CIPHER, replyKey, nonce).setAAD(Buffer.from(receiptsHeaderText(about)));
  const packed = zstdCompressSync(Buffer.from(JSON.stringify(content)));
  const box = Buffer.concat([cipher.update(packed), cipher.final(), cipher.getAuthTag()]);
  const { office, device, id } = about;
  return {
    ...{ format: 'mot-cua-receipts', version: 1, office, device, id },
    nonce: nonce.toString('base64'),
    box: box.toString('base64'),
  };
}

function unbox(key: Buffer, file: Pick<SealedFile, 'nonce' | 'box'>, header: string): Buffer {
  const box = Buffer.from(file.box, 'base64');
  const decipher = createDecipheriv(CIPHER, key, Buffer.from(file.nonce, 'base64'));
  decipher.setAAD(Buffer.from(header)).setAuthTag(box.subarray(-16));
  const packed = Buffer.concat([decipher.update(box.subarray(0, -16)), decipher.final()]);
  return zstdDecompressSync(packed, { maxOutputLength: LONGEST_CONTENT });
}
