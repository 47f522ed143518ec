import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Secrets, SecretsError } from '#main/ports/secrets.ts';

type KeyFile =
  | { readonly plain: string }
  | { readonly salt: string; readonly nonce: string; readonly box: string };

const SCRYPT = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 } as const;

/**
 * Keys in files `<name>.key` that only their owner may read (0600).
 *
 * Without a passphrase the key lies beside the data: this keeps other users of the machine out, and a copy of the
 * database alone is useless, but whoever takes the disk or the whole folder reads everything; rely on BitLocker
 * or LUKS then. With a passphrase the key is wrapped by it (scrypt, AES-256-GCM): a stolen disk tells nothing,
 * as far as the passphrase cannot be guessed. Neither protects against a program running as the same user. On
 * Windows the file mode says nothing: the folder's access list must.
 */
export function fileSecrets(folder: string, passphrase?: string): Secrets {
  return {
    getOrCreateKey(name) {
      if (!/^[a-z0-9-]+$/.test(name)) throw new RangeError(`not a key name: ${name}`);
      const file = join(folder, `${name}.key`);
      if (existsSync(file)) return unwrap(readKeyFile(file), passphrase);
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const key = randomBytes(32);
      // Renamed into place: a start cut short leaves no half key that would lock the data out.
      writeFileSync(`${file}.new`, JSON.stringify(wrap(key, passphrase)), { mode: 0o600, flush: true });
      renameSync(`${file}.new`, file);
      return key;
    },
  };
}

function readKeyFile(file: string): KeyFile {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as KeyFile;
  } catch (error) {
    throw new SecretsError('the key file is damaged', { cause: error });
  }
}

function wrap(key: Buffer, passphrase: string | undefined): KeyFile {
  if (passphrase === undefined) return { plain: key.toString('hex') };
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', scryptSync(passphrase, salt, 32, SCRYPT), nonce);
  const box = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  return { salt: salt.toString('hex'), nonce: nonce.toString('hex'), box: box.toString('hex') };
}

function unwrap(kept: KeyFile, passphrase: string | undefined): Buffer {
  if ('plain' in kept) return wholeKey(Buffer.from(kept.plain, 'hex'));
  if (passphrase === undefined)
    throw new SecretsError('the key is wrapped by a passphrase and none was given');
  const box = Buffer.from(kept.box, 'hex');
  const wrapping = scryptSync(passphrase, Buffer.from(kept.salt, 'hex'), 32, SCRYPT);
  try {
    const decipher = createDecipheriv('aes-256-gcm', wrapping, Buffer.from(kept.nonce, 'hex'));
    decipher.setAuthTag(box.subarray(-16));
    return wholeKey(Buffer.concat([decipher.update(box.subarray(0, -16)), decipher.final()]));
  } catch (error) {
    throw new SecretsError('the passphrase does not fit', { cause: error });
  }
}

function wholeKey(key: Buffer): Buffer {
  if (key.length !== 32) throw new SecretsError('the key file is damaged');
  return key;
}
