import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

/** Hashes and checks passwords off the main thread. */
export type Passwords = {
  /** @returns a PHC string that carries its own parameters: `$scrypt$ln=17,r=8,p=1$salt$hash` */
  hash(password: string): Promise<string>;
  verify(password: string, phc: string): Promise<boolean>;
};

const KEY_BYTES = 32;
const SALT_BYTES = 16;
const MAX_MEMORY = 256 * 1024 * 1024;
const SHAPE = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/**
 * scrypt, because Electron's BoringSSL has no Argon2.
 * @param ln log2 of the cost N; 17 takes some 0.4 s and 128 MiB on an office PC
 */
export function scryptPasswords(ln = 17): Passwords {
  return {
    async hash(password) {
      const salt = randomBytes(SALT_BYTES);
      const key = await derive(password, salt, { N: 2 ** ln, r: 8, p: 1 });
      return `$scrypt$ln=${ln},r=8,p=1$${unpadded(salt)}$${unpadded(key)}`;
    },
    async verify(password, phc) {
      const match = SHAPE.exec(phc);
      if (!match) return false;
      const options = { N: 2 ** Number(match[1]), r: Number(match[2]), p: Number(match[3]) };
      const expected = Buffer.from(match[5] ?? '', 'base64');
      const key = await derive(password, Buffer.from(match[4] ?? '', 'base64'), options);
      return expected.length === key.length && timingSafeEqual(expected, key);
    },
  };
}

/** The same letters typed by another input method must give the same key: NFC first. */
function derive(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, KEY_BYTES, { ...options, maxmem: MAX_MEMORY }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
