import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { safeStorage } from 'electron';
import { problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

/**
 * The database key, wrapped by the operating system's key store for this user (DPAPI, Keychain, libsecret).
 * It protects a stolen disk or file; it does not protect from a program of the same signed-in user.
 * @returns 32 bytes, or `store/wrong-key` where there is no safe key store
 */
export function databaseKey(dataDir: string): Result<Buffer> {
  if (!safeStorage.isEncryptionAvailable())
    return refuse('Hệ điều hành không có kho khóa an toàn. Hãy liên hệ cán bộ CNTT.');
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') {
    return refuse(
      'Kho khóa của Linux chưa mở (chỉ có dạng văn bản thường). Hãy cài và mở gnome-keyring hoặc kwallet.',
    );
  }
  const file = path.join(dataDir, 'key.wrapped');
  if (existsSync(file)) return ok(Buffer.from(safeStorage.decryptString(readFileSync(file)), 'hex'));
  const key = randomBytes(32);
  writeFileSync(file, safeStorage.encryptString(key.toString('hex')), { mode: 0o600, flag: 'wx' });
  return ok(key);
}

function refuse(message: string): Result<never> {
  return err([problem('store/wrong-key', 'error', message)]);
}
