import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import {
  headerText,
  type ReceiptsContent,
  type ReceiptsFile,
  receiptsContentSchema,
  receiptsHeaderText,
  type SealedFile,
  type SealedHeader,
  sealedInfo,
  signedText,
} from '#shared/sync/sealed-file.ts';

/** An X25519 key is its raw 32 bytes behind one of these. */
const SPKI_PREFIX = Buffer.from('302a300506032b656e032100', 'hex');
const PKCS8_PREFIX = Buffer.from('302e020100300506032b656e04220420', 'hex');
const CIPHER = 'aes-256-gcm';
const LONGEST_CONTENT = 512 * 1024 * 1024;

/** @param recipient X25519 public key, SPKI DER in base64 */
export function seal(
  header: SealedHeader,
  content: unknown,
  recipient: string,
  signingKey?: KeyObject,
): SealedFile {
  const to = Buffer.from(recipient, 'base64');
  const pair = generateKeyPairSync('x25519');
  const ephemeral = rawOf(pair.publicKey);
  const secret = diffieHellman({ privateKey: pair.privateKey, publicKey: publicKeyOf(to) });
  const key = boxKey(header.purpose, secret, ephemeral, to.subarray(SPKI_PREFIX.length));
  const nonce = randomBytes(12);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(headerText(header)));
  const packed = zstdCompressSync(Buffer.from(JSON.stringify(content)));
  const box = Buffer.concat([cipher.update(packed), cipher.final(), cipher.getAuthTag()]);
  const { purpose, office, device, id, createdAt } = header;
  const file: SealedFile = {
    ...{ format: 'mot-cua-sealed', version: 1, purpose, office, device, id, createdAt },
    ephemeral: ephemeral.toString('base64'),
    nonce: nonce.toString('base64'),
    box: box.toString('base64'),
    signature: '',
  };
  if (!signingKey) return file;
  return { ...file, signature: sign(null, Buffer.from(signedText(file)), signingKey).toString('base64') };
}

/** @returns the JSON inside; undefined when the file is damaged or sealed for somebody else */
export function unseal(file: SealedFile, privateKey: KeyObject): unknown {
  try {
    const ephemeral = Buffer.from(file.ephemeral, 'base64');
    const publicKey = publicKeyOf(Buffer.concat([SPKI_PREFIX, ephemeral]));
    const secret = diffieHellman({ privateKey, publicKey });
    const key = boxKey(file.purpose, secret, ephemeral, rawOf(createPublicKey(privateKey)));
    return unbox(key, file, headerText(file));
  } catch {
    return undefined;
  }
}

/** @returns undefined when the file does not answer this export, or is damaged */
export function openReceipts(file: ReceiptsFile, replyKey: Buffer): ReceiptsContent | undefined {
  try {
    return receiptsContentSchema.parse(unbox(replyKey, file, receiptsHeaderText(file)));
  } catch {
    return undefined;
  }
}

/** @param seed 32 random bytes */
export function sealingKeyOf(seed: Buffer): { readonly privateKey: KeyObject; readonly publicKey: string } {
  const key = Buffer.concat([PKCS8_PREFIX, seed]);
  const privateKey = createPrivateKey({ key, format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).toString('base64');
  return { privateKey, publicKey };
}

function boxKey(
  purpose: SealedFile['purpose'],
  secret: Buffer,
  ephemeral: Buffer,
  recipient: Buffer,
): Buffer {
  const salt = Buffer.concat([ephemeral, recipient]);
  return Buffer.from(hkdfSync('sha256', secret, salt, sealedInfo(purpose), 32));
}

function unbox(key: Buffer, file: { readonly nonce: string; readonly box: string }, header: string): unknown {
  const box = Buffer.from(file.box, 'base64');
  const decipher = createDecipheriv(CIPHER, key, Buffer.from(file.nonce, 'base64'));
  decipher.setAAD(Buffer.from(header)).setAuthTag(box.subarray(-16));
  const packed = Buffer.concat([decipher.update(box.subarray(0, -16)), decipher.final()]);
  return JSON.parse(zstdDecompressSync(packed, { maxOutputLength: LONGEST_CONTENT }).toString('utf8'));
}

function publicKeyOf(spki: Buffer): KeyObject {
  return createPublicKey({ key: spki, format: 'der', type: 'spki' });
}

function rawOf(publicKey: KeyObject): Buffer {
  return publicKey.export({ format: 'der', type: 'spki' }).subarray(SPKI_PREFIX.length);
}
